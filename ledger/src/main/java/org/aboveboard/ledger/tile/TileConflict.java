package org.aboveboard.ledger.tile;

import java.io.IOException;

/// Something was about to be written that contradicts what the log has already shown.
public final class TileConflict extends IOException {
  private static final long serialVersionUID = 1;

  TileConflict(String message) {
    super(message);
  }
}
