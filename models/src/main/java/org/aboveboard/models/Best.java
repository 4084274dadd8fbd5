package org.aboveboard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// The best few of what it is offered.
final class Best {
  private final int n;
  private final PriorityQueue<Scored> worstFirst =
      new PriorityQueue<>(Scored.BEST_FIRST.reversed());

  Best(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("the number of items must be 0 or more, not " + n);
    }
    this.n = n;
  }

  /// Whether an item with this score would be kept; cheap, so that dearer questions come after it.
  boolean wants(int item, double score) {
    if (worstFirst.size() < n) {
      return true;
    }
    Scored worst = worstFirst.peek();
    return worst != null
        && (score > worst.score() || (score == worst.score() && item < worst.item()));
  }

  void keep(int item, double score) {
    worstFirst.add(new Scored(item, score));
    if (worstFirst.size() > n) {
      worstFirst.remove();
    }
  }

  List<Scored> list() {
    List<Scored> list = new ArrayList<>(worstFirst);
    list.sort(Scored.BEST_FIRST);
    return list;
  }
}
