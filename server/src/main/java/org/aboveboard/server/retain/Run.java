package org.aboveboard.server.retain;

import java.time.Instant;

/// What one run of retention deleted.
///
/// @param index its entry in the journal
public record Run(long index, Instant at, long events, long recommendations, long subjects) {}
