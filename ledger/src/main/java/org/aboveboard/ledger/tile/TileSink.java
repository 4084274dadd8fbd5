package org.aboveboard.ledger.tile;

import java.io.IOException;

/// Where the tiles of a growing log go to.
@FunctionalInterface
public interface TileSink {
  /// Takes a tile. The same tile may come again, with the same bytes.
  void put(Tile tile, byte[] bytes) throws IOException;
}
