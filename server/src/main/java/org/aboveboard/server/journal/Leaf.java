package org.aboveboard.server.journal;

import java.util.Optional;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.sql.Bytes;

/// Something to be written together with its journal entry.
public interface Leaf {
  Kind kind();

  /// The promise that stands in the journal for what is written.
  Commitment commitment();

  /// Nonce and body of an entry that is about nobody, open to whoever checks the journal; nothing
  /// where the row it is about holds them sealed.
  default Optional<Bytes> body() {
    return Optional.empty();
  }
}
