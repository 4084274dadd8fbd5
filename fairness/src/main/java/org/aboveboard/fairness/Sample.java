package org.aboveboard.fairness;

import java.util.Arrays;

/// Values measured of one group, a person each. All are finite: what was not measured is left out
/// before, and counted, rather than passed on as NaN.
public final class Sample {
  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  /// Refuses what is not a number, and says which.
  public static Sample of(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value " + i + " is " + values[i] + ": leave out what was not measured");
      }
    }
    return new Sample(values.clone());
  }

  public int size() {
    return values.length;
  }

  public double get(int i) {
    return values[i];
  }

  /// A copy.
  public double[] values() {
    return values.clone();
  }

  public Figure mean() {
    return values.length == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(Arrays.stream(values).sum() / values.length);
  }

  /// The variance with n − 1; none of fewer than two values.
  public Figure variance() {
    if (values.length < 2) {
      return Figure.none(Figure.Why.TOO_FEW);
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Figure.of(squares / (values.length - 1));
  }
}
