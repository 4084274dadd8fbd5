package org.aboveboard.ledger;

import java.util.List;

/// The proof that a [Tree] of one size is the beginning of a tree of a larger or equal size.
public record Consistency(long from, long to, List<Hash> path) {
  public Consistency {
    path = List.copyOf(path);
  }

  /// Recomputes both roots from the path (RFC 9162 section 2.1.4.2). The path must have exactly the
  /// length that the sizes call for. Every tree continues the empty one, so `from` 0 proves nothing
  /// and is refuted.
  public Verdict verify(Hash rootFrom, Hash rootTo) {
    if (from < 1 || to < from) {
      return new Verdict.Refuted("the sizes do not go from one leaf or more to as many or more");
    }
    if (from == to) {
      return Verdict.of(path.isEmpty(), "equal sizes need no proof, yet there is one")
          .and(() -> Verdict.of(rootFrom.equals(rootTo), "equal sizes have different roots"));
    }
    return path.isEmpty() ? new Verdict.Refuted("the proof is empty") : grow(rootFrom, rootTo);
  }

  private Verdict grow(Hash rootFrom, Hash rootTo) {
    boolean isFull = Long.bitCount(from) == 1;
    var place = new Place(from - 1, to - 1).subtree();
    var before = isFull ? rootFrom : path.getFirst();
    var after = before;
    for (var sibling : isFull ? path : path.subList(1, path.size())) {
      if (place.isTop()) {
        return new Verdict.Refuted("the proof is longer than the tree is high");
      }
      before = place.isRight() ? Tree.node(sibling, before) : before;
      after = place.isRight() ? Tree.node(sibling, after) : Tree.node(after, sibling);
      place = place.above();
    }
    return place.isTop()
        ? compare(before.equals(rootFrom), after.equals(rootTo))
        : new Verdict.Refuted("the proof is shorter than the tree is high");
  }

  private static Verdict compare(boolean isSameFrom, boolean isSameTo) {
    return Verdict.of(isSameFrom, "the proof leads to another root of the smaller tree")
        .and(() -> Verdict.of(isSameTo, "the proof leads to another root of the larger tree"));
  }
}
