package org.aboveboard.policy.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Monitor.Claim;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Turn;

/// Which way each key goes of who is compared, what is watched, and what is tried on people.
record Overseen(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.SEGMENT,
        declared -> declared.oversight().segments(),
        Segment::id,
        _ -> Gain.MORE,
        segment -> versions.touching(Set.of(segment.purpose())),
        changes,
        this::segment);
    versions.each(
        Part.GROUPS,
        declared -> declared.oversight().groups(),
        Groups::id,
        _ -> Gain.WORDS,
        _ -> Reach.NOBODY,
        changes,
        this::groups);
    versions.each(
        Part.MONITOR,
        declared -> declared.oversight().monitors(),
        Monitor::id,
        _ -> Gain.GUARD,
        monitor -> versions.touching(shownFor(monitor.surface())),
        changes,
        this::monitor);
    versions.each(
        Part.EXPERIMENT,
        declared -> declared.oversight().experiments(),
        Experiment::id,
        _ -> Gain.MORE,
        experiment -> versions.touching(Set.of(experiment.purpose())),
        changes,
        this::experiment);
  }

  private Set<String> shownFor(String surface) {
    return versions.purposes(
        (Declared declared, Purpose purpose) -> declared.surfacesOf(purpose).contains(surface));
  }

  private void segment(Pair<Segment> pair) {
    var both = Ids.union(Set.of(pair.before().purpose()), Set.of(pair.after().purpose()));
    var touched = pair.reaching(versions.touching(both));
    touched
        .text("label", "it is called", Segment::label)
        .text("question", "it asks", Segment::question)
        .value(
            "purpose",
            "an answer is kept for",
            Segment::purpose,
            versions.names(Part.PURPOSE),
            Way.other())
        .value(
            "smallest",
            "people in the smallest group that is shown:",
            Segment::smallest,
            String::valueOf,
            Way.less());
    words(touched, "answers", "one … can answer", Segment::answers, Gain.MORE);
  }

  private void groups(Pair<Groups> pair) {
    pair.text("label", "it is called", Groups::label)
        .plain("attribute", "it goes by", Groups::attribute)
        .value(
            "target", "the fair share is that of the", Groups::target, Spelled::word, Way.other());
    words(pair, "values", "it … has", Groups::values, Gain.WORDS);
  }

  /// Words by their ids: which there are, and what each says.
  private static <T> void words(
      Pair<T> pair, String key, String what, Function<T, Map<String, Text>> words, Gain gain) {
    pair.parts(
        key,
        what,
        words,
        Spelled::quoted,
        gain,
        _ -> pair.reach(),
        one -> one.text("", "it is called", Function.identity()));
  }

  private void monitor(Pair<Monitor> pair) {
    var all = Ids.union(shownFor(pair.before().surface()), shownFor(pair.after().surface()));
    pair.reaching(versions.touching(all))
        .text("question", "it asks", Monitor::question)
        .value("watches", "it watches", Monitor::watches, Overseen::watches, Way.other())
        .value(
            "surface", "it watches on", Monitor::surface, versions.names(Part.SURFACE), Way.other())
        .value("outcome", "it observes", Monitor::outcome, Spelled::word, Way.other())
        .value("claim", "it doubts that", Monitor::claim, Overseen::claim, Overseen::claim)
        .value(
            "alpha", "a false alarm has a chance of", Monitor::alpha, Spelled::number, Way.less())
        .value(
            "every",
            "a person is observed once in",
            m -> m.every().normalized(),
            Spelled::period,
            Way.other())
        .value(
            "closes",
            "an act counts within",
            m -> m.closes().normalized(),
            Spelled::period,
            Way.other())
        .value(
            "owner",
            "the one who acts on it is",
            Monitor::owner,
            versions.names(Part.ROLE),
            Way.words())
        .text("firstAction", "first they do", Monitor::firstAction);
  }

  private static String watches(Monitor.Watches watches) {
    return switch (watches) {
      case Monitor.Watches.OfGroups(String id) -> "the groups of providers " + Spelled.quoted(id);
      case Monitor.Watches.OfSegment(String id) -> "the segment " + Spelled.quoted(id);
    };
  }

  private static String claim(Claim claim) {
    return switch (claim) {
      case Claim.FourFifths() -> "each has four fifths of what the others have";
      case Claim.Within(double most) -> "none differs by more than " + Spelled.number(most);
    };
  }

  /// A larger difference that is tolerated is a weaker guard.
  private static Turn claim(Claim before, Claim after) {
    return before instanceof Claim.Within was && after instanceof Claim.Within is
        ? Way.<Double>greater().turn(was.tolerance(), is.tolerance())
        : Turn.WIDENING;
  }

  private void experiment(Pair<Experiment> pair) {
    var both = Ids.union(Set.of(pair.before().purpose()), Set.of(pair.after().purpose()));
    pair.reaching(versions.touching(both))
        .text("label", "it is called", Experiment::label)
        .text("question", "it asks", Experiment::question)
        .value(
            "surface", "it is on", Experiment::surface, versions.names(Part.SURFACE), Way.other())
        .value(
            "purpose",
            "it is done under",
            Experiment::purpose,
            versions.names(Part.PURPOSE),
            Way.other())
        .value(
            "owner",
            "the one who answers for it is",
            Experiment::owner,
            versions.names(Part.ROLE),
            Way.words())
        .value("until", "it ends on", Experiment::until, LocalDate::toString, Way.later())
        .value("varies", "it varies", Experiment::varies, Spelled::word, Way.other())
        .text("success", "it is better if", Experiment::success)
        .text("harm", "it does harm if", Experiment::harm)
        .parts(
            "arms",
            "it … has the arm",
            Experiment::arms,
            Spelled::quoted,
            Gain.MORE,
            _ -> versions.touching(both),
            arm ->
                arm.value(
                        "share",
                        "so many people are in it:",
                        Experiment.Arm::share,
                        Spelled::number,
                        Way.other())
                    .value(
                        "factor",
                        "it multiplies by",
                        Experiment.Arm::factor,
                        Spelled::number,
                        Way.greater()));
  }
}
