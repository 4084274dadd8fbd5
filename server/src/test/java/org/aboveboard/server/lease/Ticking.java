package org.aboveboard.server.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Two clocks of one machine that stand still until they are moved.
final class Ticking implements InstantSource, LongSupplier {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong asleep = new AtomicLong();

  private final AtomicLong reads = new AtomicLong();
  private Runnable between = () -> {};

  /// From now on, whoever reads the clock is interrupted by this.
  void whenRead(Runnable work) {
    between = work;
  }

  /// How often somebody was.
  long reads() {
    return reads.get();
  }

  /// Time passes.
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /// Time passes while the machine sleeps: the clock that nobody can set stands still.
  void sleep(Duration time) {
    asleep.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    Runnable work = between;
    between = () -> {};
    work.run();
    between = work;
    reads.incrementAndGet();
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return Instant.parse("2026-11-23T10:00:00Z").plusNanos(nanos.get() + asleep.get());
  }
}
