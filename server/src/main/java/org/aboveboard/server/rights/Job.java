package org.aboveboard.server.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An erasure as it stands.
///
/// @param state `running`, `done` (here, online), or `failed`
/// @param epoch with which the last copy of the key goes; nothing where the key lay under the root
///   itself, which does not end
/// @param everywhere when that epoch was destroyed, and so nothing opens any copy any more
public record Job(
    UUID id,
    String state,
    Instant asked,
    Optional<Instant> ended,
    List<Step> steps,
    Optional<Integer> epoch,
    Optional<Instant> everywhere) {
  public Job {
    steps = List.copyOf(steps);
  }
}
