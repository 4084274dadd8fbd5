package org.aboveboard.ledger;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of RFC 6962 section 2.1 (also RFC 9162 section 2.1), over leaf hashes.
///
/// A leaf is `SHA-256(00 ‖ entry)`, a node is `SHA-256(01 ‖ left ‖ right)`, and a list of n > 1 is
/// split at the largest power of two below n. The prefixes keep a leaf from passing for a node.
public final class Tree {
  /// The root of the tree without leaves: the hash of nothing.
  public static final Hash EMPTY = Hash.sha256();

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Tree() {}

  public static Hash leaf(byte[] entry) {
    return Hash.sha256(LEAF, entry);
  }

  public static Hash node(Hash left, Hash right) {
    return Hash.sha256(NODE, left.bytes(), right.bytes());
  }

  public static Hash root(List<Hash> leaves) {
    var frontier = new Frontier();
    leaves.forEach(frontier::add);
    return frontier.root();
  }

  /// The proof that the leaf at this index is in the tree (RFC 6962 section 2.1.1).
  public static Inclusion inclusion(List<Hash> leaves, int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IllegalArgumentException("index " + index + " of " + leaves.size() + " leaves");
    }
    var path = new ArrayList<Hash>();
    climb(leaves, index, path);
    return new Inclusion(index, leaves.size(), path);
  }

  /// The proof that the tree of the first `from` leaves grew into the whole (RFC 6962 section
  /// 2.1.2).
  public static Consistency consistency(List<Hash> leaves, int from) {
    if (from < 1 || from > leaves.size()) {
      throw new IllegalArgumentException("the first " + from + " of " + leaves.size() + " leaves");
    }
    var path = new ArrayList<Hash>();
    compare(leaves, from, true, path);
    return new Consistency(from, leaves.size(), path);
  }

  private static void climb(List<Hash> leaves, int index, List<Hash> path) {
    int n = leaves.size();
    if (n == 1) {
      return;
    }
    int k = split(n);
    boolean isLeft = index < k;
    climb(isLeft ? leaves.subList(0, k) : leaves.subList(k, n), isLeft ? index : index - k, path);
    path.add(root(isLeft ? leaves.subList(k, n) : leaves.subList(0, k)));
  }

  private static void compare(List<Hash> leaves, int from, boolean isWhole, List<Hash> path) {
    int n = leaves.size();
    if (from == n) {
      if (!isWhole) {
        path.add(root(leaves));
      }
      return;
    }
    int k = split(n);
    if (from <= k) {
      compare(leaves.subList(0, k), from, isWhole, path);
      path.add(root(leaves.subList(k, n)));
    } else {
      compare(leaves.subList(k, n), from - k, false, path);
      path.add(root(leaves.subList(0, k)));
    }
  }

  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }
}
