package org.aboveboard.server.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// The time in a house whose days are made to pass: it stands still until it is moved, and never
/// goes back.
public final class Days implements InstantSource {
  private static final Duration MORNING = Duration.ofHours(24 + 8);

  private final InstantSource machine;
  private final AtomicReference<Optional<Instant>> still;

  private Days(Instant now, InstantSource machine) {
    this.machine = machine;
    this.still = new AtomicReference<>(Optional.of(now));
  }

  /// Begins at a moment.
  ///
  /// @param machine the time of this machine, which may be caught up with
  public static Days from(Instant moment, InstantSource machine) {
    return new Days(moment.truncatedTo(ChronoUnit.MILLIS), machine);
  }

  /// From now on the time is that of this machine.
  public void catchUp() {
    still.set(Optional.empty());
  }

  /// Goes on to the next morning.
  void nextDay() {
    move(now -> now.truncatedTo(ChronoUnit.DAYS).plus(MORNING));
  }

  void nextMinute() {
    move(now -> now.plus(Duration.ofMinutes(1)));
  }

  private void move(UnaryOperator<Instant> on) {
    still.updateAndGet(now -> now.map(on));
  }

  @Override
  public Instant instant() {
    return still.get().orElseGet(machine::instant);
  }
}
