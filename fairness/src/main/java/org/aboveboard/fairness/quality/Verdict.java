package org.aboveboard.fairness.quality;

import org.aboveboard.fairness.Figure;

/// What a test says of whether groups are alike, or why it says nothing. A test is for data of
/// which the amount was fixed before: looked at again and again, every one of them rejects in time.
public sealed interface Verdict {

  /// @param statistic what was measured
  /// @param p how often it is at least as extreme where groups are alike
  record Tested(double statistic, double p) implements Verdict {
    public Tested {
      if (!Double.isFinite(statistic) || !(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("a statistic is finite and p a probability");
      }
    }
  }

  /// The test says nothing.
  record None(Figure.Why why) implements Verdict {}

  static Verdict of(double statistic, double p) {
    return Double.isFinite(statistic) ? new Tested(statistic, p) : none(Figure.Why.CONSTANT);
  }

  static Verdict none(Figure.Why why) {
    return new None(why);
  }
}
