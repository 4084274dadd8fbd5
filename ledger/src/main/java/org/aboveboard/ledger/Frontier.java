package org.aboveboard.ledger;

import java.util.ArrayList;
import java.util.List;

/// A [Tree] that grows leaf by leaf and keeps only the roots of its full subtrees.
///
/// The subtrees' sizes are the one bits of the leaf count, so a tree of n leaves needs log n
/// hashes.
public final class Frontier {
  private final List<Hash> peaks = new ArrayList<>();
  private long size;

  /// A tree without leaves.
  public Frontier() {}

  public void add(Hash leaf) {
    var peak = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      peak = Tree.node(peaks.removeLast(), peak);
    }
    peaks.add(peak);
    size++;
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return peaks.reversed().stream()
        .reduce((right, left) -> Tree.node(left, right))
        .orElse(Tree.EMPTY);
  }
}
