package org.aboveboard.server.seen;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.server.seen.HoldingStore.Rows;

/// Everything that one look at the running server brought.
///
/// @param columns the columns of each table there is
/// @param rows counts by event and purpose; absent where they were not counted
/// @param elsewhere whether the machine tells where this process is connected to
/// @param since when each meaning of a purpose came into force for the first time, by its digest
/// @param inForce since when the version in force is in force
record Noticed(
    Map<Named, Sighting> sightings,
    Map<String, Set<String>> columns,
    Optional<Set<Rows>> rows,
    boolean elsewhere,
    Map<String, Instant> since,
    Instant inForce) {
  Noticed {
    sightings = Map.copyOf(sightings);
    columns = Map.copyOf(columns);
    since = Map.copyOf(since);
  }

  Optional<Sighting> of(Kind kind, String name) {
    return Optional.ofNullable(sightings.get(new Named(kind, name)));
  }
}
