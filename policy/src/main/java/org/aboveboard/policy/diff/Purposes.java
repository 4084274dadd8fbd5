package org.aboveboard.policy.diff;

import static org.aboveboard.policy.Turn.WIDENING;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Purpose;

/// Which way each key of a purpose goes.
record Purposes(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.PURPOSE,
        Declared::purposes,
        Purpose::id,
        _ -> Gain.MORE,
        purpose -> versions.agreed(Set.of(purpose.id())),
        changes,
        this::compare);
    versions.after().purposes().forEach(this::takenOver);
  }

  private void compare(Pair<Purpose> pair) {
    var id = Set.of(pair.before().id());
    words(pair.reaching(versions.touching(id)));
    new Agreed(versions).compare(pair.reaching(versions.agreed(id)));
    guards(pair.reaching(versions.touching(id)));
  }

  private void words(Pair<Purpose> pair) {
    pair.text("label", "it is called", Purpose::label)
        .text("sentence", "it says", Purpose::sentence)
        .optionalText("act", "a yes, and the record of it, says", Purpose::act)
        .text("ifNo", "what happens without it:", Purpose::ifNo)
        .value(
            "owner",
            "the one who answers for it is",
            Purpose::owner,
            versions.names(Part.ROLE),
            Way.words());
    Called.purpose(pair);
  }

  /// What protects people and is not told to them in the prompt.
  private void guards(Pair<Purpose> pair) {
    var wasAsked = pair.before().isAsked();
    var isAsked = pair.after().isAsked();
    if (wasAsked && isAsked) {
      pair.value(
          "consentLasts", "a yes holds", Purposes::consentLasts, Spelled::period, Way.longer());
    }
    pair.value("minors", "minors are", Purpose::minors, Purposes::minors, Way.greater())
        .value(
            "assessment",
            "its assessment is",
            Purpose::assessment,
            Spelled.or("none", versions.names(Part.ASSESSMENT)),
            Way.guard(Way.other()))
        .value(
            "number", "its number in stored rows is", Purpose::number, String::valueOf, Way.other())
        .members("level", "it … needs", Purposes::needs, word -> word, Gain.GUARD);
    if (wasAsked == isAsked) {
      pair.members("level", "it … heeds", Purposes::heeds, word -> word, Gain.GUARD);
    }
  }

  /// Rows are stored under a purpose's number, so a server that knows whose it was refuses this.
  private void takenOver(Purpose purpose) {
    versions.before().purposes().stream()
        .filter(other -> other.number() == purpose.number() && !other.id().equals(purpose.id()))
        .forEach(other ->
            changes.add(
                new Change(
                    versions.thing(Part.PURPOSE, purpose.id()),
                    "number",
                    new Edit.Also(
                        "its number … is that of", versions.name(Part.PURPOSE, other.id())),
                    WIDENING,
                    Set.of(purpose.id()),
                    false)));
  }

  private static Set<String> needs(Purpose purpose) {
    return purpose.isInvasive() ? Set.of("an assessment and a signed approval") : Set.of();
  }

  /// Consent heeds everything, an order and a law nothing, an interest what is sent where it makes
  /// profiles.
  private static Set<String> heeds(Purpose purpose) {
    var isHeeded = purpose.basis() == Basis.LEGITIMATE_INTEREST && purpose.level().isProfiling();
    return isHeeded ? Set.of("opt-out signals and the age of minors") : Set.of();
  }

  private static Period consentLasts(Purpose purpose) {
    return purpose.consentLasts().normalized();
  }

  private static String minors(Minors minors) {
    return switch (minors) {
      case EXCLUDE -> "left out";
      case GUARDIAN -> "on the yes of somebody who answers for them";
    };
  }

  static List<String> words(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Spelled::word).toList();
  }
}
