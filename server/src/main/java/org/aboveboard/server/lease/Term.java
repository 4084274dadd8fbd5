package org.aboveboard.server.lease;

import java.time.Duration;
import java.time.Instant;

/// How long a node may decide by its own clocks, counted from before it asked for it.
///
/// Both clocks must agree that it still may. The one that nobody can set may stand still while the
/// machine sleeps; the other goes on.
record Term(long nanos, Instant wall, Duration length) {
  /// Of a node that has no lease.
  static final Term NONE = new Term(0, Instant.EPOCH, Duration.ZERO);

  boolean holds(long nanosNow, Instant wallNow) {
    return nanosNow - nanos < length.toNanos()
        && Duration.between(wall, wallNow).compareTo(length) < 0;
  }
}
