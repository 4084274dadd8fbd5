package org.aboveboard.server.rights;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An erasure as the API tells it.
///
/// @param state `running`, `done` (here, online), or `failed`
/// @param everywhere since when nothing opens any copy
/// @param everywhereBy when that will be so at the latest; nothing where it is, or where copies
///   hang on the root key
/// @param receipt address of the receipt
record Progress(
    UUID id,
    String state,
    Instant asked,
    Optional<Instant> ended,
    List<Step> steps,
    Optional<Instant> everywhere,
    Optional<Instant> everywhereBy,
    String receipt) {
  Progress {
    steps = List.copyOf(steps);
  }

  static Progress of(Job job, Optional<Instant> end) {
    return new Progress(
        job.id(),
        job.state(),
        job.asked(),
        job.ended(),
        job.steps(),
        job.everywhere(),
        job.everywhere().isPresent()
            ? Optional.empty()
            : end.map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
        "/v1/erasures/" + job.id() + "/receipt");
  }
}
