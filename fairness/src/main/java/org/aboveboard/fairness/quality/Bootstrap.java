package org.aboveboard.fairness.quality;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Interval;
import org.aboveboard.fairness.Sample;

/// The percentile interval of the bootstrap (Efron, 1979): people of each group are drawn anew with
/// replacement, and the interval holds the middle share of what is then measured. It is too narrow
/// for fewer than about 20 people a group. That of a gap does not reach 0 even where groups are
/// alike, since a largest less a smallest is never below 0: for that there are tests.
///
/// @param rounds how often people are drawn anew
/// @param level the share that the interval holds, such as 0.95
public record Bootstrap(int rounds, double level) {
  public Bootstrap {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level is between 0 and 1, such as 0.95");
    }
    if (rounds < 20 / (1 - level)) {
      throw new IllegalArgumentException(
          "draw more often: at this level " + (int) Math.ceil(20 / (1 - level)) + " times or more");
    }
  }

  public Interval mean(Sample group, RandomGenerator random) {
    return interval(List.of(group), means -> means[0], random);
  }

  /// Of the mean of one less that of the other.
  public Interval difference(Sample one, Sample other, RandomGenerator random) {
    return interval(List.of(one, other), means -> means[0] - means[1], random);
  }

  /// Of the largest mean less the smallest.
  public Interval gap(Collection<Sample> groups, RandomGenerator random) {
    if (groups.size() < 2) {
      return Interval.none(Figure.Why.ONE_GROUP);
    }
    return interval(
        List.copyOf(groups),
        means -> {
          var all = Arrays.stream(means).summaryStatistics();
          return all.getMax() - all.getMin();
        },
        random);
  }

  private Interval interval(
      List<Sample> groups, ToDoubleFunction<double[]> measure, RandomGenerator random) {
    if (groups.stream().anyMatch(group -> group.size() < 2)) {
      return Interval.none(Figure.Why.TOO_FEW);
    }
    double[] measured =
        DoubleStream.generate(() -> measure.applyAsDouble(redrawn(groups, random)))
            .limit(rounds)
            .sorted()
            .toArray();
    double tail = (1 - level) / 2;
    return Interval.between(quantile(measured, tail), quantile(measured, 1 - tail));
  }

  private static double[] redrawn(List<Sample> groups, RandomGenerator random) {
    return groups.stream().mapToDouble(group -> redrawn(group, random)).toArray();
  }

  private static double redrawn(Sample group, RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < group.size(); i++) {
      sum += group.get(random.nextInt(group.size()));
    }
    return sum / group.size();
  }

  /// Between the two values next to it, in proportion.
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
