package org.aboveboard.fairness.watch;

/// From where to where a number may lie, both ends included.
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "an interval goes up, from a number to a number, not from " + low + " to " + high);
    }
  }

  public boolean contains(double number) {
    return low <= number && number <= high;
  }

  public double width() {
    return high - low;
  }

  /// Where the difference lies, if both are where they are said to be.
  public Interval minus(Interval other) {
    return new Interval(low - other.high, high - other.low);
  }

  /// The same, of values that were counted from 0 to 1 in place of from `from` to `to`.
  Interval stretched(double from, double to) {
    return new Interval(from + low * (to - from), from + high * (to - from));
  }
}
