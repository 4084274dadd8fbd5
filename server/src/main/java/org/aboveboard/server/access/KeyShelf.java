package org.aboveboard.server.access;

import java.time.Instant;
import java.util.List;

/// Where keys are kept.
interface KeyShelf {

  /// Every key that is not revoked.
  List<StoredKey> live();

  /// Keeps a key; one that is there already stays as it is.
  void add(StoredKey key, Instant created);

  /// Ends a key; true where it was live.
  boolean revoke(String id, Instant at);
}
