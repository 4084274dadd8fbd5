package org.aboveboard.fairness.estimate;

import org.aboveboard.fairness.Figure;

/// What a policy would have earned per impression, with a 95 % interval, or why that cannot be
/// said.
///
/// @param value the estimate
/// @param low from where the interval goes
/// @param high to where it goes
/// @param effectiveSample how many impressions of the policy asked about the log is worth
public record Estimate(Figure value, Figure low, Figure high, double effectiveSample) {
  private static final double SURE = 1.959963984540054;

  static Estimate of(double value, double error, double effectiveSample) {
    return new Estimate(
        Figure.of(value),
        Figure.of(value - SURE * error),
        Figure.of(value + SURE * error),
        effectiveSample);
  }

  static Estimate none(Figure.Why why, double effectiveSample) {
    return new Estimate(Figure.none(why), Figure.none(why), Figure.none(why), effectiveSample);
  }
}
