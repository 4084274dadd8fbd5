package org.aboveboard.policy;

import java.time.Instant;
import java.util.Optional;

/// One thing a subject said about a purpose, as the journal holds it.
///
/// @param index its number in the journal
/// @param purpose the purpose's id, or [#EVERYTHING] for a pause of all that can be paused
/// @param until the first instant at which a yes no longer holds
/// @param purposeDigest the meaning that was agreed to
/// @param inSightOfGpc whether a yes was given while the page named the browser's opt-out signal
public record Choice(
    long index,
    String purpose,
    Kind kind,
    Instant at,
    Optional<Instant> until,
    String purposeDigest,
    Evidence evidence,
    boolean inSightOfGpc) {

  /// Stands for all purposes at once; only a pause and its end can be about it.
  public static final String EVERYTHING = "*";

  /// What was said.
  public enum Kind {
    GIVEN,
    REFUSED,
    WITHDRAWN,
    PAUSED,
    RESUMED
  }

  public Choice {
    if (purpose.equals(EVERYTHING) && kind != Kind.PAUSED && kind != Kind.RESUMED) {
      throw new IllegalArgumentException(
          "A choice about everything can only pause or resume; record one choice per purpose");
    }
  }

  /// Whether this yes stands in for an earlier recorded one.
  boolean replaces(Choice yes) {
    return !at.isBefore(yes.at) && evidence.compareTo(yes.evidence) >= 0;
  }
}
