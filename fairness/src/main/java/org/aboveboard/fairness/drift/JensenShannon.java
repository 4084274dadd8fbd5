package org.aboveboard.fairness.drift;

import java.util.stream.LongStream;
import org.aboveboard.fairness.Divergence;
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
    return Figure.of(Divergence.js(Counts.shares(before, 0), Counts.shares(now, 0)));
  }
}
