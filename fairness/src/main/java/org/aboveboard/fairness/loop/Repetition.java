package org.aboveboard.fairness.loop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;

/// How often people are shown the same thing.
public final class Repetition {
  private final long[] sorted;

  private Repetition(long[] sorted) {
    this.sorted = sorted;
  }

  /// @param impressions for each pair of a person and an item shown to them, how often it was
  public static Repetition of(long... impressions) {
    if (LongStream.of(impressions).anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "what was shown was shown once or more: leave out the rest");
    }
    var sorted = impressions.clone();
    Arrays.sort(sorted);
    return new Repetition(sorted);
  }

  /// Up to how many impressions this share of the pairs has (nearest rank): .5, .95, or 1 for the
  /// most.
  public Figure quantile(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is more than 0 and at most 1, not " + share);
    }
    return sorted.length == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of((double) sorted[(int) Math.ceil(share * sorted.length) - 1]);
  }

  /// Pairs that were shown more often than a cap allows.
  public long breaches(long cap) {
    return LongStream.of(sorted).filter(count -> count > cap).count();
  }

  public Figure breachShare(long cap) {
    return Figure.ratio((double) breaches(cap), sorted.length);
  }

  /// The share of showings that repeat the one before them to the same person.
  ///
  /// @param shown for each person the items shown to them, in order
  public static Figure consecutive(List<int[]> shown) {
    long followed = 0;
    long repeats = 0;
    for (var items : shown) {
      for (int i = 1; i < items.length; i++) {
        followed++;
        repeats += items[i] == items[i - 1] ? 1 : 0;
      }
    }
    return Figure.ratio((double) repeats, (double) followed);
  }
}
