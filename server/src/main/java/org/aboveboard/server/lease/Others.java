package org.aboveboard.server.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/// The other nodes' leases as they were last seen, and since when each has not moved.
///
/// A lease that has not moved for its whole life, by the clock here that nobody can set, has run
/// out; the two machines' and the database's times of day are never compared (Gray and Cheriton,
/// "Leases", SOSP 1989, want clocks of like rate and no more).
final class Others {
  private final LongSupplier nanos;
  private final Duration life;
  private final Map<UUID, Sighting> seen = new HashMap<>();

  /// A renewal, and when it was first seen: never earlier than it was made.
  private record Sighting(Instant expires, long nanos) {
    Sighting or(Sighting later) {
      return later.expires.isAfter(expires) ? later : this;
    }
  }

  Others(LongSupplier nanos, Duration life) {
    this.nanos = nanos;
    this.life = life;
  }

  /// Those of the rows, read just now, whose nodes may still be deciding.
  synchronized List<Node> alive(List<Node> rows) {
    long now = nanos.getAsLong();
    seen.keySet().retainAll(rows.stream().map(Node::id).toList());
    rows.forEach(row -> seen.merge(row.id(), new Sighting(row.expires(), now), Sighting::or));
    return rows.stream().filter(row -> age(row, now) < life.toNanos()).toList();
  }

  /// Those of the rows that have not moved for so long that nobody needs them any more.
  synchronized List<Node> left(List<Node> rows, Duration since) {
    long now = nanos.getAsLong();
    return rows.stream()
        .filter(row -> seen.containsKey(row.id()) && age(row, now) >= since.toNanos())
        .toList();
  }

  private long age(Node row, long now) {
    Sighting sighting = seen.get(row.id());
    return sighting == null ? 0 : now - sighting.nanos();
  }
}
