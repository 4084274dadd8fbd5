package org.aboveboard.models.leak;

import java.util.Arrays;

/// The area under the ROC curve: how often one of those scores above one of these, ties half (Mann
/// and Whitney, 1947).
public final class Auc {
  private Auc() {}

  /// The area for the scores of those who should score high and of those who should not.
  public static double of(double[] high, double[] low) {
    refuse(high);
    refuse(low);
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    long twice = 0;
    for (double score : high) {
      twice += below(sorted, score, false) + below(sorted, score, true);
    }
    return twice / (2.0 * high.length * low.length);
  }

  private static void refuse(double[] scores) {
    if (scores.length == 0) {
      throw new IllegalArgumentException("there is nobody on one side; give both scores");
    }
    if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a score is no finite number; leave it out");
    }
  }

  /// How many are below a score, or not above it.
  private static long below(double[] sorted, double score, boolean orEqual) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean counts = orEqual ? sorted[middle] <= score : sorted[middle] < score;
      from = counts ? middle + 1 : from;
      to = counts ? to : middle;
    }
    return from;
  }
}
