package org.aboveboard.server.lease;

import java.time.Instant;
import java.util.UUID;

/// A node's lease as it stands in the store.
///
/// @param expires by the database's clock; here it only tells one renewal from the next
/// @param heard the index of the journal up to which it has heard, or -1
/// @param learnt the index of the journal up to which its model has followed, or -1
record Node(UUID id, Instant expires, long heard, long learnt) {}
