package org.aboveboard.fairness.loop;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;

/// How much people have in common, and how varied what each of them sees is.
public final class Likeness {
  private Likeness() {}

  /// Homogenisation (Chaney, Stewart & Engelhardt, RecSys 2018): the mean Jaccard index of what
  /// random pairs of people have used. To be held against people whom nothing was recommended.
  ///
  /// @param histories each sorted and without repeats
  public static Figure homogenisation(List<int[]> histories, int pairs, RandomGenerator random) {
    if (pairs < 1) {
      throw new IllegalArgumentException("1 pair or more is needed, not " + pairs);
    }
    if (histories.size() < 2) {
      return Figure.none(Figure.Why.TOO_FEW);
    }
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int one = random.nextInt(histories.size());
      int other = (one + 1 + random.nextInt(histories.size() - 1)) % histories.size();
      sum += jaccard(histories.get(one), histories.get(other));
    }
    return Figure.of(sum / pairs);
  }

  /// The entropy of counts by category, in bits.
  public static Figure entropy(long... counts) {
    if (LongStream.of(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    double all = LongStream.of(counts).asDoubleStream().sum();
    return all == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(
            LongStream.of(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> count / all * Math.log(all / count) / Math.log(2))
                .sum());
  }

  /// Shared over all; two who have used nothing share nothing.
  static double jaccard(int[] one, int[] other) {
    long shared = Arrays.stream(one).filter(item -> Arrays.binarySearch(other, item) >= 0).count();
    long all = one.length + other.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
