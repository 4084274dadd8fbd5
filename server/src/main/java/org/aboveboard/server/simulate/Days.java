package org.aboveboard.server.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The time in a simulated house: it stands still until it is moved, and never goes back.
final class Days implements InstantSource {
  private final AtomicReference<Instant> now;

  private Days(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /// Begins in the morning of this day.
  static Days from(Instant today) {
    return new Days(morning(today));
  }

  /// Goes on to the next morning.
  void nextDay() {
    now.updateAndGet(today -> morning(today.plus(Duration.ofDays(1))));
  }

  void nextMinute() {
    now.updateAndGet(today -> today.plus(Duration.ofMinutes(1)));
  }

  private static Instant morning(Instant day) {
    return day.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(8));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
