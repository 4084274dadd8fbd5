package org.aboveboard.policy.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Turn;

/// Which way each key of a prohibition and of an assessment goes.
record Guards(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.PROHIBITION,
        Declared::prohibitions,
        Prohibition::id,
        _ -> Gain.GUARD,
        no -> versions.touching(under(no)),
        changes,
        this::prohibition);
    versions.each(
        Part.ASSESSMENT,
        Declared::assessments,
        Assessment::id,
        this::guarding,
        one -> versions.touching(lookedAt(one)),
        changes,
        this::assessment);
  }

  private void prohibition(Pair<Prohibition> pair) {
    var all = Ids.union(under(pair.before()), under(pair.after()));
    var touched = pair.reaching(versions.touching(all));
    touched
        .text("label", "it says", Prohibition::label)
        .members(
            "categories",
            "it … covers",
            Prohibition::categories,
            versions.names(Part.CATEGORY),
            Gain.GUARD)
        .members("uses", "it … forbids to", no -> Purposes.words(no.uses()), w -> w, Gain.GUARD);
    purposes(touched);
  }

  /// No purposes at all are every purpose.
  private void purposes(Pair<Prohibition> pair) {
    if (pair.before().purposes().isEmpty() == pair.after().purposes().isEmpty()) {
      pair.purposes("purposes", "it … holds for", Prohibition::purposes, versions, Gain.GUARD);
    } else {
      pair.value(
          "purposes",
          "it holds for",
          Prohibition::purposes,
          this::every,
          (_, after) -> after.isEmpty() ? Turn.NARROWING : Turn.WIDENING);
    }
  }

  private void assessment(Pair<Assessment> pair) {
    var all = Ids.union(lookedAt(pair.before()), lookedAt(pair.after()));
    pair.reaching(versions.touching(all))
        .text("label", "it is called", Assessment::label)
        .text("conclusion", "it concludes", Assessment::conclusion)
        .value(
            "by",
            "the one who answers for it is",
            Assessment::by,
            versions.names(Part.ROLE),
            Way.words())
        .value("on", "it was made on", Assessment::on, LocalDate::toString, Way.words())
        .value("until", "it counts until", Assessment::until, LocalDate::toString, Way.later())
        .value("outcome", "it found it", Assessment::outcome, Spelled::word, Way.less())
        .parts(
            "of",
            "it … looks at",
            Assessment::of,
            versions.names(Part.PURPOSE),
            Gain.MORE,
            _ -> versions.touching(all),
            of ->
                of.value("", "what it looked at is", digest -> digest, Guards::start, Way.words()));
  }

  /// The purposes that use data under a prohibition, and are not left out of it.
  private Set<String> under(Prohibition no) {
    var using = new TreeSet<>(versions.using(no.categories()));
    if (!no.purposes().isEmpty()) {
      using.retainAll(no.purposes());
    }
    return using;
  }

  private Set<String> lookedAt(Assessment assessment) {
    var naming =
        versions.purposes(
            (Purpose purpose) -> purpose.assessment().filter(assessment.id()::equals).isPresent());
    return Ids.union(assessment.of().keySet(), naming);
  }

  /// With the purposes it looked at goes the need for it.
  private Gain guarding(Assessment assessment) {
    return lookedAt(assessment).stream().anyMatch(versions::hasBoth) ? Gain.GUARD : Gain.WORDS;
  }

  private static String start(String digest) {
    return digest.length() > 8 ? digest.substring(0, 8) + "…" : digest;
  }

  private String every(Set<String> purposes) {
    return purposes.isEmpty()
        ? "every purpose"
        : Spelled.list(new TreeSet<>(purposes).stream().map(versions.names(Part.PURPOSE)).toList());
  }
}
