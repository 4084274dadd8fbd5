package org.aboveboard.server.collect;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;

/// A purpose that rests on consent and wants a row, and what is decided about it while no evidence
/// comes along.
record Wanting(Purpose purpose, Admission admission) {
  private static final long NOBODY = 0;

  /// One for each purpose of the arrival that people are asked about.
  static List<Wanting> of(Arrival arrival, Said said, Standing standing, Instant now) {
    long number = said.of(arrival.subject()).map(known -> known.subject().number()).orElse(NOBODY);
    return said.inForce().policy().purposes().stream()
        .filter(Purpose::isAsked)
        .filter(purpose -> arrival.type().purposes().contains(purpose.id()))
        .map(purpose ->
            new Wanting(
                purpose,
                Admission.of(
                    said.inForce().policy(),
                    arrival.type().wantedBy(purpose.id()::equals),
                    number,
                    standing,
                    said.circumstances(arrival.sent(), arrival.isMinor()),
                    arrival.occurred(),
                    now)))
        .toList();
  }

  static Standing standing(Arrival arrival, Said said) {
    return said.of(arrival.subject()).map(Known::standing).orElse(Standing.silent());
  }

  /// Whether evidence of a yes could still let the row in.
  boolean onlyLacksEvidence() {
    return admission.denials().stream().allMatch(deny -> isALackingYes(deny.reason()));
  }

  /// The rules that speak against it.
  Stream<String> rules() {
    return admission.denials().stream().map(deny -> deny.rule());
  }

  private static boolean isALackingYes(Reason reason) {
    return switch (reason) {
      case NEVER_ASKED,
          NOT_A_DEMONSTRATION,
          NOT_YET,
          EXPIRED,
          PURPOSE_CHANGED,
          OLDER_THAN_CONSENT ->
          true;
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          PROHIBITED,
          NOT_ASSESSED,
          NOT_APPROVED,
          NO_LEASE,
          WITHDRAWN,
          REFUSED,
          PAUSED,
          SWITCHED_OFF,
          CONFLICT,
          MINOR,
          SIGNAL ->
          false;
    };
  }

  @Override
  public String toString() {
    return "Wanting";
  }
}
