package org.aboveboard.server.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An erasure as it stands.
///
/// @param state `running`, `done`, or `failed`
public record Job(UUID id, String state, Instant asked, Optional<Instant> ended, List<Step> steps) {
  public Job {
    steps = List.copyOf(steps);
  }
}
