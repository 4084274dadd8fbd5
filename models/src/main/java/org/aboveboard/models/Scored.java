package org.aboveboard.models;

import java.util.Comparator;

/// An item with its score.
public record Scored(int item, double score) {
  /// Highest score first; equal scores by ascending item number.
  static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::item);
}
