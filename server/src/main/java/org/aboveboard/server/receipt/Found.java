package org.aboveboard.server.receipt;

import org.aboveboard.ledger.receipt.Receipt;

/// What looking for a receipt found.
public sealed interface Found {
  /// The receipt, with the newest checkpoint.
  record Ready(Receipt receipt) implements Found {
    @Override
    public String toString() {
      return "Ready";
    }
  }

  /// The entry is there, and is published within seconds.
  record Soon() implements Found {}

  /// There is no such entry, or it is somebody else's.
  record Nothing() implements Found {}
}
