package org.aboveboard.server.retain;

import java.time.Instant;

/// What one run of retention deleted.
///
/// @param index its entry in the journal
/// @param volunteered what volunteers said of themselves
/// @param quarantined rows that were set aside, and for which no evidence came in time
public record Run(
    long index,
    Instant at,
    long events,
    long quarantined,
    long volunteered,
    long recommendations,
    long subjects) {}
