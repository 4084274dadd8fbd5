package org.aboveboard.server.journal;

import org.aboveboard.ledger.Commitment;

/// Something to be written together with its journal entry.
public interface Leaf {
  Kind kind();

  /// The promise that stands in the journal for what is written.
  Commitment commitment();
}
