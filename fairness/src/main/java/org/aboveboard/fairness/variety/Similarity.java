package org.aboveboard.fairness.variety;

import org.aboveboard.fairness.Figure;

/// How alike two items are, from 0 for not at all to 1.
@FunctionalInterface
public interface Similarity {
  double of(int one, int other);

  /// ILD, the intra-list diversity: the mean of 1 − similarity over all pairs of a list (Smyth &
  /// McClave 2001). A list of one has no pairs.
  default Figure ild(int... list) {
    if (list.length < 2) {
      return Figure.none(Figure.Why.TOO_FEW);
    }
    double sum = 0;
    for (int i = 0; i < list.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 1 - of(list[i], list[j]);
      }
    }
    return Figure.of(sum / (list.length * (list.length - 1) / 2.0));
  }
}
