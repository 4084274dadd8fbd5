package org.aboveboard.ledger.tile;

import java.util.Arrays;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;

/// The bytes of a hash tile: thirty-two for each of its hashes.
final class Hashes {
  private final byte[] bytes = new byte[Tile.FULL * Hash.LENGTH];
  private int width;

  void add(Hash hash) {
    System.arraycopy(hash.bytes(), 0, bytes, width * Hash.LENGTH, Hash.LENGTH);
    width++;
  }

  int width() {
    return width;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, width * Hash.LENGTH);
  }

  void clear() {
    width = 0;
  }

  /// The hash at this place of a tile.
  static Hash at(byte[] tile, int place) {
    int from = place * Hash.LENGTH;
    return Hash.of(Arrays.copyOfRange(tile, from, from + Hash.LENGTH)).orElseThrow();
  }

  /// The root over some neighbouring hashes of a tile.
  static Hash root(byte[] tile, int from, int count) {
    var hashes = new Hash[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = at(tile, from + i);
    }
    return Tree.root(List.of(hashes));
  }
}
