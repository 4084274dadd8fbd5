package org.aboveboard.fairness.quality;

import java.util.Arrays;

/// One less what everybody would need to have alike to be as well off together, over the mean: that
/// is the power mean of exponent 1 − ε, the geometric mean at 1.
record Atkinson(double epsilon) {
  Atkinson {
    if (!(epsilon >= 0 && epsilon <= 100)) {
      throw new IllegalArgumentException(
          "the aversion to inequality is from 0 to 100; 0.5 or 1 is usual");
    }
  }

  /// Of benefits of which not all are 0.
  double of(double[] benefits) {
    var all = Arrays.stream(benefits).summaryStatistics();
    double equal = equallySpread(benefits, epsilon > 1 ? all.getMin() : all.getMax());
    return Math.clamp(1 - equal / all.getAverage(), 0, 1);
  }

  /// Benefits are taken over one of them, by which no power is above 1.
  private double equallySpread(double[] benefits, double over) {
    if (over == 0) {
      return 0;
    }
    double exponent = 1 - epsilon;
    if (exponent == 0) {
      return Math.exp(Arrays.stream(benefits).map(Math::log).sum() / benefits.length);
    }
    double powers =
        Arrays.stream(benefits).map(b -> Math.expm1(exponent * Math.log(b / over))).sum();
    return over * Math.exp(Math.log1p(powers / benefits.length) / exponent);
  }
}
