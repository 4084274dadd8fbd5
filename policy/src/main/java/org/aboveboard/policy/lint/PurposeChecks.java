package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.Period;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.Kind;

/// What is demanded of each purpose.
final class PurposeChecks {
  private static final Period LONG = Period.ofYears(2);
  private static final Period LONGEST_YES = Period.ofMonths(13);
  private static final String DISCLOSE = "P-DISCLOSE";
  private static final String COLLECT = "collect";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("DP21", "A yes ends after 13 months.", "ISO/IEC TS 27560, validity_duration"),
              PurposeChecks::lasting),
          new Check(
              error(
                      "DP39",
                      "Data that can hurt is asked for by itself, as invasive.",
                      "GDPR Art. 9(2)(a)")
                  .and(Held.CONSTRUCTOR, "`Prompt.needsItsOwnPage`"),
              PurposeChecks::sensitive),
          new Check(
              error(
                      "P-FALLBACK",
                      "What is asked and served has a surface, and so an answer without it.",
                      "DSA Art. 38")
                  .and(Held.READER, "`SurfaceReader`, `PurposeReader`: fallback, ifNo"),
              PurposeChecks::fallback),
          new Check(
              warning("XC01", "What is asked can be asked somewhere.", "GDPR Art. 7(2)"),
              PurposeChecks::nowhere),
          new Check(
              error(
                  "P-INTEREST",
                  "A legitimate interest has been weighed in an assessment.",
                  "GDPR Art. 6(1)(f)"),
              PurposeChecks::interest),
          new Check(
              error(
                  "P-BASIS",
                  "What is personal rests on a yes or on a weighed interest, and says that it is.",
                  "EDPB 2/2019, 57"),
              PurposeChecks::basis),
          new Check(
              error("P-COLLECT", "No purpose is there to be found later.", "GDPR Art. 5(1)(b)"),
              PurposeChecks::collect),
          new Check(
              warning(
                      "P-LONG",
                      "What rests on a yes is kept two years at most.",
                      "GDPR Art. 5(1)(e)")
                  .and(Held.READER, "`PurposeReader`: a purpose without retention"),
              PurposeChecks::keeping),
          new Check(
              error(
                  DISCLOSE,
                  "Who gets data is named, and data goes to nobody else.",
                  "GDPR Art. 13(1)(e)"),
              PurposeChecks::disclosing));

  private PurposeChecks() {}

  private static Stream<Remark> each(
      Inspection in, Predicate<Purpose> broken, String key, String what, String cure) {
    return in.policy().purposes().stream()
        .filter(broken)
        .map(purpose -> new Remark(in.place(Kind.PURPOSE, purpose.id(), key), what, cure));
  }

  private static Stream<Remark> lasting(Inspection in) {
    return each(
        in,
        purpose -> purpose.isAsked() && !Retention.isWithin(purpose.consentLasts(), LONGEST_YES),
        "consentLasts",
        "A yes holds for more than 13 months: by then few remember that they gave it.",
        "Write 'consentLasts: P13M', or shorter.");
  }

  private static Stream<Remark> sensitive(Inspection in) {
    return in.policy().purposes().stream()
        .filter(purpose -> purpose.level() == Level.GENERAL)
        .flatMap(purpose ->
            purpose.data().stream()
                .filter(need -> in.isSensitive(need.category()))
                .map(need ->
                    new Remark(
                        in.place(Kind.PURPOSE, purpose.id(), "data", need.category()),
                        say(
                            "'%s' can hurt people, and is asked for like anything else.",
                            need.category()),
                        "Take it out, or make it a purpose of its own with 'level: invasive'.")));
  }

  private static boolean isListed(Inspection in, Purpose purpose) {
    return !in.declared().surfacesOf(purpose).isEmpty();
  }

  private static Stream<Remark> fallback(Inspection in) {
    return each(
        in,
        purpose ->
            purpose.isAsked() && purpose.uses().contains(Use.SERVE) && !isListed(in, purpose),
        "uses",
        "It is asked for and served, but no surface lists it: there is no place and no fallback.",
        "Name it in a surface's purposes, or take 'serve' away.");
  }

  private static Stream<Remark> nowhere(Inspection in) {
    return each(
        in,
        purpose ->
            purpose.isAsked()
                && isListedOrUnserved(in, purpose)
                && !isAskable(in, purpose)
                && !isOfSegment(in, purpose),
        "basis",
        "It rests on a yes, but is asked nowhere: no surface that lists it may ask.",
        "Give such a surface 'promptSlot: true', or write how people say yes under 'accepted'.");
  }

  /// Whether it keeps answers about who people are: that is asked on a page of its own.
  private static boolean isOfSegment(Inspection in, Purpose purpose) {
    return in.policy().segments().stream()
        .anyMatch(segment -> segment.purpose().equals(purpose.id()));
  }

  private static boolean isListedOrUnserved(Inspection in, Purpose purpose) {
    return isListed(in, purpose) || !purpose.uses().contains(Use.SERVE);
  }

  private static boolean isAskable(Inspection in, Purpose purpose) {
    return in.policy().surfaces().stream().anyMatch(place -> Inspection.asks(place, purpose));
  }

  private static Stream<Remark> interest(Inspection in) {
    return each(
        in,
        purpose -> purpose.basis() == Basis.LEGITIMATE_INTEREST && purpose.assessment().isEmpty(),
        "basis",
        "It rests on our own interest, and nothing shows that it was weighed against people's.",
        "Add 'assessment:' with the id of a file in assessments/, or ask for consent.");
  }

  private static Stream<Remark> basis(Inspection in) {
    var unasked =
        each(
            in,
            purpose -> isPersonal(purpose) && isOwed(purpose),
            "basis",
            "It serves or learns from what single people do, and takes it for owed: nobody is"
                + " asked, and nobody can say no.",
            "Write 'basis: consent'; an order or a law needs no profile.");
    var unsaid =
        each(
            in,
            purpose -> isPersonal(purpose) && !isOwed(purpose) && !purpose.level().isProfiling(),
            "level",
            "It learns from what single people do, and says that it is the same for everybody.",
            "Write 'level: general', or take its signals and 'train' away.");
    return Stream.concat(unasked, unsaid);
  }

  private static boolean isPersonal(Purpose purpose) {
    return purpose.level().isProfiling()
        || purpose.uses().contains(Use.TRAIN)
        || !purpose.signals().isEmpty();
  }

  private static boolean isOwed(Purpose purpose) {
    return switch (purpose.basis()) {
      case CONTRACT, LEGAL_OBLIGATION -> true;
      case CONSENT, LEGITIMATE_INTEREST -> false;
    };
  }

  private static Stream<Remark> collect(Inspection in) {
    return each(
        in,
        purpose -> purpose.aliases().fideslang().stream().anyMatch(PurposeChecks::isCollect),
        "aliases",
        "fideslang's 'collect' means a purpose that is not yet defined: nobody can agree to that.",
        "Say what the data is for, and name that use instead.");
  }

  private static boolean isCollect(String key) {
    return key.equals(COLLECT) || key.startsWith(COLLECT + ".");
  }

  private static Stream<Remark> keeping(Inspection in) {
    return each(
        in,
        purpose -> purpose.isAsked() && !Retention.isWithin(purpose.retention().longest(), LONG),
        "retention",
        "What rests on a yes is kept for more than two years: tastes change sooner.",
        "Write 'P2Y' or less, or why it takes longer under 'accepted'.");
  }

  private static Stream<Remark> disclosing(Inspection in) {
    var unnamed =
        each(
            in,
            purpose -> discloses(purpose) && purpose.recipients().isEmpty(),
            "uses",
            "It hands data on, and people are told that it goes to no one.",
            "Name who gets it under 'recipients', or take 'disclose' away.");
    var undeclared =
        each(
            in,
            purpose -> !discloses(purpose) && !purpose.recipients().isEmpty(),
            "recipients",
            "It names who gets data, and does not declare that it hands any on.",
            "Add 'disclose' to its uses, or write 'recipients: []'.");
    var told =
        in.policy().purposes().stream()
            .filter(purpose -> !discloses(purpose))
            .flatMap(purpose -> told(in, purpose));
    return Stream.of(unnamed, undeclared, told).flatMap(remarks -> remarks);
  }

  /// Where the words of a purpose hand on what it does not declare to hand on.
  private static Stream<Remark> told(Inspection in, Purpose purpose) {
    return in.blemishes(DISCLOSE)
        .filter(found -> found.words().file().equals(Kind.PURPOSE.file(purpose.id())))
        .map(found ->
            new Remark(
                in.place(found.words(), found.language()),
                say("'%s' says that data is handed on, and nobody is named.", found.phrase()),
                "Add 'disclose' and name who gets it under 'recipients', or do not do it."));
  }

  private static boolean discloses(Purpose purpose) {
    return purpose.uses().contains(Use.DISCLOSE);
  }
}
