package org.aboveboard.ledger;

import java.util.ArrayList;
import java.util.List;

/// The proof that one leaf stands at one index of a [Tree] of one size.
public record Inclusion(long index, long size, List<Hash> path) {
  public Inclusion {
    path = List.copyOf(path);
  }

  /// Recomputes the root from the leaf (RFC 9162 section 2.1.3.2). The path must have exactly the
  /// length that index and size call for.
  public Verdict verify(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return new Verdict.Refuted("the index lies outside the tree");
    }
    var place = new Place(index, size - 1);
    var hash = leaf;
    for (var sibling : path) {
      if (place.isTop()) {
        return new Verdict.Refuted("the proof is longer than the tree is high");
      }
      hash = place.isRight() ? Tree.node(sibling, hash) : Tree.node(hash, sibling);
      place = place.above();
    }
    var found = hash;
    return Verdict.of(place.isTop(), "the proof is shorter than the tree is high")
        .and(() -> Verdict.of(found.equals(root), "the proof leads to another root"));
  }

  /// A node on the way up: the hash of its two children.
  public record Node(Hash left, Hash right, Hash hash) {
    private static Node of(Hash left, Hash right) {
      return new Node(left, right, Tree.node(left, right));
    }
  }

  /// The nodes from the leaf up, as far as path and tree go. What they prove, [#verify] says.
  public List<Node> way(Hash leaf) {
    var nodes = new ArrayList<Node>();
    var place = new Place(index, size - 1);
    var hash = leaf;
    for (var sibling : path) {
      if (index < 0 || index >= size || place.isTop()) {
        break;
      }
      var node = place.isRight() ? Node.of(sibling, hash) : Node.of(hash, sibling);
      nodes.add(node);
      hash = node.hash();
      place = place.above();
    }
    return nodes;
  }
}
