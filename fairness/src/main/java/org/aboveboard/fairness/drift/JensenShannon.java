package org.aboveboard.fairness.drift;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;

/// The Jensen–Shannon divergence of two distributions over the same categories, such as of events
/// or of exposure, in bits: 0 where they are the same, 1 where they share nothing (Lin, IEEE
/// Transactions on Information Theory 1991). Describes and raises no alarm.
public final class JensenShannon {
  private JensenShannon() {}

  public static Figure divergence(long[] before, long[] now) {
    Counts.comparable(before, now);
    if (LongStream.of(before).sum() == 0 || LongStream.of(now).sum() == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    var p = Counts.shares(before, 0);
    var q = Counts.shares(now, 0);
    double bits =
        IntStream.range(0, p.length)
            .mapToDouble(bin -> (term(p[bin], q[bin]) + term(q[bin], p[bin])) / 2)
            .sum();
    return Figure.of(Math.clamp(bits, 0, 1));
  }

  private static double term(double share, double other) {
    return share == 0 ? 0 : share * Math.log(2 * share / (share + other)) / Math.log(2);
  }
}
