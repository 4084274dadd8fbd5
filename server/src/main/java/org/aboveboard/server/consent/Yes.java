package org.aboveboard.server.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.aboveboard.policy.Purpose;

/// A yes that was given elsewhere and is brought along.
///
/// @param until the first instant at which it no longer holds; never later than a yes lasts here
/// @param proof where it can be seen, in words; kept with the consent record
public record Yes(Purpose purpose, Instant since, Instant until, String proof) {
  public Yes {
    // as finely as the store keeps it, so that it is known again
    since = since.truncatedTo(ChronoUnit.MICROS);
    until = earlier(until, end(purpose, since)).truncatedTo(ChronoUnit.MICROS);
  }

  /// A yes that holds for as long as one lasts here.
  public static Yes lasting(Purpose purpose, Instant since, String proof) {
    return new Yes(purpose, since, end(purpose, since), proof);
  }

  private static Instant end(Purpose purpose, Instant since) {
    return since.atOffset(ZoneOffset.UTC).plus(purpose.consentLasts()).toInstant();
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  /// Whether it held at that moment.
  public boolean covers(Instant at) {
    return !at.isBefore(since) && at.isBefore(until);
  }

  /// Whether it holds no longer.
  public boolean hasRunOut(Instant now) {
    return !now.isBefore(until);
  }

  @Override
  public String toString() {
    return "Yes";
  }
}
