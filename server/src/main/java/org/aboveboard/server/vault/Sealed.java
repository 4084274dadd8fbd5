package org.aboveboard.server.vault;

import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.subject.Envelope;

/// The entry of something that lies sealed in the vault: a commitment, and nothing that opens it.
record Sealed(Kind kind, Envelope envelope) implements Leaf {
  @Override
  public Commitment commitment() {
    return envelope.commitment();
  }

  @Override
  public String toString() {
    return "Sealed";
  }
}
