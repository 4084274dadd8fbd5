package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.Kind;

/// What is demanded of what is done to lists after the model, and of experiments with that.
final class ShowingChecks {
  private static final String OPEN = "DSA Art. 27(1)";
  private static final double MOST_LOSS = 0.2;
  private static final double MOST_CLAMP = 2;
  private static final double MOST_EXPLORED = 0.05;
  private static final double LEAST_HELD_OUT = 0.01;
  private static final double MOST_HELD_OUT = 0.02;
  private static final int MONTHS = 6;

  static final List<Check> ALL =
      List.of(
          new Check(
              warning(
                  "G-ENVELOPE", "A correction costs a list a fifth of its worth at most.", OPEN),
              surfaces(ShowingChecks::wide)),
          new Check(
              warning("G-EXPLORE", "Chance has a place in one list of twenty at most.", OPEN),
              surfaces(ShowingChecks::explored)),
          new Check(
              warning(
                  "G-HOLDOUT",
                  "One or two people in a hundred are held out, where lists are corrected.",
                  "GDPR Art. 5(2)"),
              surfaces(ShowingChecks::heldOut)),
          new Check(
              error("G-ENDED", "No experiment is past its last day.", "GDPR Art. 5(1)(a)"),
              ShowingChecks::ended),
          new Check(
              warning("G-LONG", "An experiment ends within half a year.", "GDPR Art. 5(1)(a)"),
              ShowingChecks::endless));

  private ShowingChecks() {}

  private interface Look {
    Stream<Remark> at(Inspection in, Surface surface);
  }

  private static Function<Inspection, Stream<Remark>> surfaces(Look look) {
    return in -> in.policy().surfaces().stream().flatMap(surface -> look.at(in, surface));
  }

  private static Stream<Remark> wide(Inspection in, Surface surface) {
    return surface.showing().correct().filter(ShowingChecks::isWide).stream()
        .map(wide ->
            new Remark(
                in.place(Kind.SURFACE, surface.id(), "correct", "loss"),
                say(
                    "A list may lose %s of its worth, with %s added: people see something else.",
                    wide.loss(), wide.clamp()),
                "Write 'loss: 0.1' and 'clamp: 0.5', or why more is needed under 'accepted'."));
  }

  private static boolean isWide(Correction correction) {
    return correction.loss() > MOST_LOSS || correction.clamp() > MOST_CLAMP;
  }

  private static Stream<Remark> explored(Inspection in, Surface surface) {
    double explored = surface.showing().explore();
    return Stream.of(surface)
        .filter(_ -> explored > MOST_EXPLORED)
        .map(_ ->
            new Remark(
                in.place(Kind.SURFACE, surface.id(), "explore"),
                say("In %s of the lists a place is drawn by chance: nobody chose that.", explored),
                "Write 'explore: 0.05' at most, or what is learnt by more under 'accepted'."));
  }

  private static Stream<Remark> heldOut(Inspection in, Surface surface) {
    return told(surface).stream()
        .map(what ->
            new Remark(
                in.place(Kind.SURFACE, surface.id(), "holdout"),
                what,
                "Write 'holdout: 0.01', up to 0.02."));
  }

  private static Optional<String> told(Surface surface) {
    double heldOut = surface.showing().holdout();
    if (heldOut > MOST_HELD_OUT) {
      return Optional.of(
          say("%s of the people said yes and get what everybody gets, for comparison.", heldOut));
    }
    return surface.showing().correct().isPresent() && heldOut < LEAST_HELD_OUT
        ? Optional.of(
            say("Lists are corrected and %s held out: nobody can tell what that does.", heldOut))
        : Optional.empty();
  }

  private static Stream<Remark> ended(Inspection in) {
    return experiments(in)
        .filter(experiment -> in.isPast(experiment.until()))
        .map(experiment ->
            until(
                in,
                experiment,
                say("Its last day was %s.", experiment.until()),
                "Remove the file, and do what it showed."));
  }

  private static Stream<Remark> endless(Inspection in) {
    LocalDate last = in.monthsAhead(MONTHS);
    return experiments(in)
        .filter(experiment -> experiment.until().isAfter(last))
        .map(experiment ->
            until(
                in,
                experiment,
                say(
                    "It goes on until %s: some people get worse lists all along.",
                    experiment.until()),
                say("Write 'until: %s' or earlier.", last)));
  }

  private static Stream<Experiment> experiments(Inspection in) {
    return in.declared().oversight().experiments().stream();
  }

  private static Remark until(Inspection in, Experiment experiment, String what, String cure) {
    return new Remark(in.place(Kind.EXPERIMENT, experiment.id(), "until"), what, cure);
  }
}
