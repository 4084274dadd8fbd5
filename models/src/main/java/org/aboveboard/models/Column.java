package org.aboveboard.models;

import java.util.Arrays;

/// What one item is scored by: its neighbours, ascending, with their weights; never changes.
final class Column {
  private final int[] from;
  private final double[] weights;
  private final Scored last;
  private final boolean isFull;

  /// @param last the neighbour that was chosen last, with its affinity
  /// @param isFull whether others had to stay out
  Column(int[] from, double[] weights, Scored last, boolean isFull) {
    this.from = from;
    this.weights = weights;
    this.last = last;
    this.isFull = isFull;
  }

  int size() {
    return from.length;
  }

  int from(int k) {
    return from[k];
  }

  double weight(int k) {
    return weights[k];
  }

  /// The place of a neighbour, or a negative number.
  int place(int item) {
    return Arrays.binarySearch(from, item);
  }

  /// Whether an item that is no neighbour would be one with this affinity.
  boolean wants(int item, double affinity) {
    return !isFull || Scored.BEST_FIRST.compare(new Scored(item, affinity), last) < 0;
  }

  /// Whether two columns have the same bits.
  boolean isSame(Column other) {
    return Arrays.equals(from, other.from) && Arrays.equals(weights, other.weights);
  }
}
