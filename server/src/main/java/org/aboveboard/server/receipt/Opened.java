package org.aboveboard.server.receipt;

import org.aboveboard.ledger.receipt.Opening;
import org.aboveboard.policy.Personal;

/// An entry of the ledger with what it says.
@Personal
record Opened(long index, Opening opening) {
  @Override
  public String toString() {
    return "Opened";
  }
}
