package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.ledger.Hash;

/// Tiles as they are needed for one piece of work: each is read once, and a partial tile that is
/// gone is cut from the full one.
final class Shelf {
  private final TileSource source;
  private final Map<Tile, byte[]> read = new HashMap<>();

  Shelf(TileSource source) {
    this.source = source;
  }

  byte[] bytes(Tile tile) throws IOException {
    var known = Optional.ofNullable(read.get(tile));
    if (known.isPresent()) {
      return known.get();
    }
    var bytes = fetch(tile);
    if (!tile.isEntries() && bytes.length != tile.width() * Hash.LENGTH) {
      throw new TileFault(tile, "has " + bytes.length + " bytes");
    }
    read.put(tile, bytes);
    return bytes;
  }

  private byte[] fetch(Tile tile) throws IOException {
    var exact = source.read(tile);
    if (exact.isPresent()) {
      return exact.get();
    }
    var full = tile.isFull() ? Optional.<byte[]>empty() : source.read(tile.wide(Tile.FULL));
    return cut(tile, full.orElseThrow(() -> missing(tile)));
  }

  private static byte[] cut(Tile tile, byte[] full) throws TileFault {
    return tile.isEntries()
        ? Bundle.cut(tile, full)
        : Arrays.copyOf(full, Math.min(full.length, tile.width() * Hash.LENGTH));
  }

  private static TileFault missing(Tile tile) {
    return new TileFault(tile, "is missing");
  }
}
