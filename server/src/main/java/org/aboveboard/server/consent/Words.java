package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.subject.Statement;
import org.aboveboard.server.subject.Subject;

/// What is said, before it is known by whom.
///
/// @param until when a yes ends
/// @param forVisit whether a yes is for a visit
/// @param keep how many days at most what was done is kept from now on
/// @param meaning digest of what is agreed to; empty for what is not about a purpose
record Words(
    About about,
    Choice.Kind said,
    Optional<Instant> until,
    boolean forVisit,
    OptionalInt keep,
    String meaning) {

  /// The question that was answered.
  ///
  /// @param isInSightOfGpc whether it named the browser's opt-out signal
  record Answered(Cited cited, boolean isInSightOfGpc) {}

  /// Words that end nowhere and keep nothing shorter.
  static Words of(About about, Choice.Kind said) {
    return new Words(about, said, Optional.empty(), false, OptionalInt.empty(), meaning(about));
  }

  /// From now on what was done is kept for so many days at most.
  static Words keeping(Purpose purpose, int days) {
    return new Words(
        new About.ThePurpose(purpose),
        Choice.Kind.KEPT,
        Optional.empty(),
        false,
        OptionalInt.of(days),
        purpose.digest());
  }

  private static String meaning(About about) {
    return switch (about) {
      case About.ThePurpose(Purpose purpose) -> purpose.digest();
      case About.TheSurface _, About.TheSignal _, About.Everything _ -> "";
    };
  }

  /// When a yes that is for a visit ends.
  Optional<Instant> visitEnds() {
    return until.filter(_ -> forVisit);
  }

  /// The row of somebody who says this.
  ConsentRow by(
      Subject subject,
      InForce inForce,
      Evidence evidence,
      Optional<Answered> answered,
      Particulars particulars,
      How how,
      Instant at) {
    Statement statement =
        Statement.of(
            subject, Particulars.THING, particulars.bytes(about.key(), said.name(), runs(subject)));
    return new ConsentRow(
        subject.number(),
        Place.of(about, inForce),
        said,
        at,
        until,
        keep,
        meaning,
        evidence,
        answered.filter(Answered::isInSightOfGpc).isPresent(),
        how.byGuardian(),
        forVisit,
        answered.map(Answered::cited),
        Optional.empty(),
        statement);
  }

  private Optional<String> runs(Subject subject) {
    return Optional.of(said)
        .filter(word -> word == Choice.Kind.GIVEN)
        .map(_ -> HexFormat.of().formatHex(subject.runSecret()));
  }
}
