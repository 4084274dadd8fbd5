package org.aboveboard.server.access;

import java.time.Instant;
import java.util.List;

/// Where signing keys are kept.
interface SigningShelf {

  /// The keys that have not retired at `now`, newest first.
  List<SigningKey> live(Instant now);

  void add(SigningKey key);
}
