package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.Kind;

/// What is demanded of impact assessments.
final class AssessmentChecks {
  private static final String ANCHOR = "GDPR Art. 35(1)";
  private static final String REVIEW = "GDPR Art. 35(11)";
  private static final String DENIES = "`Clearance`: the decision denies";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("A-MISSING", "What is invasive has been assessed.", ANCHOR)
                  .and(Held.RUNTIME, DENIES),
              AssessmentChecks::missing),
          new Check(
              error("A-STALE", "An assessment is of what is done now.", REVIEW)
                  .and(Held.RUNTIME, DENIES),
              AssessmentChecks::stale),
          new Check(
              error("A-OUTCOME", "What was assessed was found acceptable.", "GDPR Art. 36(1)")
                  .and(Held.RUNTIME, DENIES),
              AssessmentChecks::outcome),
          new Check(
              error("A-ENDED", "No assessment is past its last day.", REVIEW)
                  .and(Held.RUNTIME, DENIES),
              in -> ending(in, Inspection::isPast, "was")),
          new Check(
              error("A-DATES", "An assessment was made by today, and before its last day.", ANCHOR),
              AssessmentChecks::dates),
          new Check(
              warning("A-ENDS", "An assessment holds for thirty more days.", REVIEW),
              in -> ending(in, Inspection::isSoon, "is")));

  private AssessmentChecks() {}

  private record Case(Purpose purpose, Assessment assessment) {}

  /// Each purpose with the assessment it names.
  private static Stream<Case> cases(Inspection in) {
    return in.policy().purposes().stream()
        .flatMap(purpose -> named(in, purpose).stream().map(one -> new Case(purpose, one)));
  }

  private static Optional<Assessment> named(Inspection in, Purpose purpose) {
    return in.declared().assessments().stream()
        .filter(one -> purpose.assessment().filter(one.id()::equals).isPresent())
        .findFirst();
  }

  private static Stream<Remark> missing(Inspection in) {
    return in.policy().purposes().stream()
        .filter(purpose -> purpose.isInvasive() && purpose.assessment().isEmpty())
        .map(purpose ->
            new Remark(
                in.place(Kind.PURPOSE, purpose.id(), "level"),
                "It makes guesses about people, and nobody has assessed what that can do to them.",
                say(
                    "Add assessments/NAME.yaml of '%s: %s', and 'assessment: NAME' here.",
                    purpose.id(), purpose.digest())));
  }

  private static Stream<Remark> stale(Inspection in) {
    return cases(in)
        .filter(
            one -> !one.purpose().digest().equals(one.assessment().of().get(one.purpose().id())))
        .map(one ->
            new Remark(
                in.place(Kind.ASSESSMENT, one.assessment().id(), "of", one.purpose().id()),
                say("It looked at something else than '%s' is now.", one.purpose().id()),
                say(
                    "Assess it again, and write '%s: %s' under 'of'.",
                    one.purpose().id(), one.purpose().digest())));
  }

  private static Stream<Remark> outcome(Inspection in) {
    return cases(in)
        .filter(one -> one.assessment().outcome() == Assessment.Outcome.NOT_ACCEPTABLE)
        .map(one ->
            new Remark(
                in.place(Kind.PURPOSE, one.purpose().id(), "assessment"),
                "It was assessed and found not acceptable.",
                "Do less with the data and assess it again, or remove the purpose."));
  }

  private static Stream<Remark> dates(Inspection in) {
    return in.declared().assessments().stream()
        .flatMap(one ->
            Stream.of(
                    one.on().isAfter(one.until())
                        ? Optional.of(say("It was made after its last day, %s.", one.until()))
                        : Optional.<String>empty(),
                    in.isToCome(one.on())
                        ? Optional.of(say("It is dated %s, which is still to come.", one.on()))
                        : Optional.<String>empty())
                .flatMap(Optional::stream)
                .limit(1)
                .map(what ->
                    new Remark(
                        in.place(Kind.ASSESSMENT, one.id(), "on"),
                        what,
                        "Write the day on which it was made.")));
  }

  private static Stream<Remark> ending(
      Inspection in, BiPredicate<Inspection, LocalDate> ends, String verb) {
    return cases(in)
        .map(Case::assessment)
        .distinct()
        .filter(assessment -> ends.test(in, assessment.until()))
        .map(assessment ->
            new Remark(
                in.place(Kind.ASSESSMENT, assessment.id(), "until"),
                say(
                    "Its last day %s %s: an assessment does not hold for ever.",
                    verb, assessment.until()),
                "Look at it again, and write the new last day."));
  }
}
