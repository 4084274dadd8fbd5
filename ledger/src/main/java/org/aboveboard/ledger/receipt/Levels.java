package org.aboveboard.ledger.receipt;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Tree;

/// A whole tree of RFC 6962 in memory, level by level, so that each proof costs no hashing.
///
/// A last node without a sibling is taken up as it is, which gives the same root as splitting the
/// leaves at the largest power of two.
final class Levels {
  private final List<List<Hash>> levels = new ArrayList<>();

  Levels(List<Hash> leaves) {
    levels.add(leaves);
    while (levels.getLast().size() > 1) {
      levels.add(above(levels.getLast()));
    }
  }

  Hash root() {
    return levels.getLast().isEmpty() ? Tree.EMPTY : levels.getLast().getFirst();
  }

  Inclusion inclusion(int index) {
    var path = new ArrayList<Hash>();
    int place = index;
    for (var level : levels) {
      int sibling = place ^ 1;
      if (sibling < level.size()) {
        path.add(level.get(sibling));
      }
      place >>= 1;
    }
    return new Inclusion(index, levels.getFirst().size(), path);
  }

  private static List<Hash> above(List<Hash> level) {
    var nodes = new ArrayList<Hash>((level.size() + 1) / 2);
    for (int i = 0; i + 1 < level.size(); i += 2) {
      nodes.add(Tree.node(level.get(i), level.get(i + 1)));
    }
    if (level.size() % 2 == 1) {
      nodes.add(level.getLast());
    }
    return nodes;
  }
}
