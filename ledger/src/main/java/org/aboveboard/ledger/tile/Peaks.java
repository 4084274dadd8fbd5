package org.aboveboard.ledger.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;

/// The roots of the full subtrees that a list of hashes is made of, the smallest and rightmost
/// first.
///
/// Their sizes are the one bits of the width, as in a [org.aboveboard.ledger.Frontier].
final class Peaks {
  private Peaks() {}

  static List<Hash> of(byte[] tile, int width) {
    var peaks = new ArrayList<Hash>();
    for (int rest = width; rest > 0; rest &= rest - 1) {
      int peak = Integer.lowestOneBit(rest);
      peaks.add(Hashes.root(tile, rest - peak, peak));
    }
    return peaks;
  }

  /// The root over peaks of rising size.
  static Optional<Hash> fold(List<Hash> peaks) {
    return peaks.stream().reduce((right, left) -> Tree.node(left, right));
  }
}
