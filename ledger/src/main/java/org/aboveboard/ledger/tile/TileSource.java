package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where the tiles of a log are read from: a folder, a web server, or memory.
@FunctionalInterface
public interface TileSource {
  /// The bytes kept under exactly this name, or nothing where there are none.
  Optional<byte[]> read(Tile tile) throws IOException;

  /// The narrower forms of this tile that are kept beside it.
  default List<Tile> narrower(Tile tile) throws IOException {
    return List.of();
  }
}
