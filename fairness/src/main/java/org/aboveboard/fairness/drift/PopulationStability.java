package org.aboveboard.fairness.drift;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The population stability index, Σ (p − q) ln(p/q) over the bins, beside two thresholds. It
/// describes and raises no alarm: no threshold survives being looked at every minute.
///
/// The folk thresholds, .1 and .25, know nothing of how much there is to count. Without any drift
/// the index is about (1/N + 1/M)·χ² with one degree of freedom less than there are bins (Yurdakul
/// & Naranjo, "Statistical properties of the population stability index", 2020); the null threshold
/// is what it then exceeds in one of twenty looks.
///
/// @param index the index
/// @param nullThreshold what chance alone exceeds in one of twenty looks
/// @param isSmoothed whether some bin was empty, so that half a count was added to each
public record PopulationStability(Figure index, Figure nullThreshold, boolean isSmoothed) {
  /// Up to this, folk say, nothing has changed.
  public static final double FOLK_LITTLE = 0.1;

  /// From this on, folk say, it has changed much.
  public static final double FOLK_MUCH = 0.25;

  private static final double SURE = 0.95;

  /// Compares counts of the same bins; bins without any count at all are left out.
  public static PopulationStability of(long[] before, long[] now) {
    Counts.comparable(before, now);
    var used = IntStream.range(0, now.length).filter(bin -> before[bin] + now[bin] > 0).toArray();
    return ofUsed(
        IntStream.of(used).mapToLong(bin -> before[bin]).toArray(),
        IntStream.of(used).mapToLong(bin -> now[bin]).toArray());
  }

  private static PopulationStability ofUsed(long[] before, long[] now) {
    double n = Counts.total(before);
    double m = Counts.total(now);
    if (n == 0 || m == 0) {
      return none(Figure.Why.NOTHING);
    }
    if (before.length < 2) {
      return none(Figure.Why.CONSTANT);
    }
    boolean isSmoothed =
        LongStream.concat(LongStream.of(before), LongStream.of(now)).anyMatch(c -> c == 0);
    double more = isSmoothed ? 0.5 : 0;
    double chance = ChiSquaredDistribution.of(before.length - 1).inverseCumulativeProbability(SURE);
    return new PopulationStability(
        Figure.of(index(Counts.shares(now, more), Counts.shares(before, more))),
        Figure.of((1 / n + 1 / m) * chance),
        isSmoothed);
  }

  private static PopulationStability none(Figure.Why why) {
    return new PopulationStability(Figure.none(why), Figure.none(why), false);
  }

  private static double index(double[] p, double[] q) {
    double index = 0;
    for (int bin = 0; bin < p.length; bin++) {
      index += (p[bin] - q[bin]) * Math.log(p[bin] / q[bin]);
    }
    return index;
  }
}
