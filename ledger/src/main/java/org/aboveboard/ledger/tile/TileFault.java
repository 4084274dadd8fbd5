package org.aboveboard.ledger.tile;

import java.io.IOException;

/// A tile that is missing, or whose bytes cannot be those of any log.
public final class TileFault extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Tile tile;

  TileFault(Tile tile, String what) {
    super(tile.path() + " " + what);
    this.tile = tile;
  }

  public Tile tile() {
    return tile;
  }
}
