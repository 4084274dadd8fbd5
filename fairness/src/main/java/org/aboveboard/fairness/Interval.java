package org.aboveboard.fairness;

/// From where to where a number may lie, or why that cannot be said.
public sealed interface Interval {

  /// Both ends are finite and belong to it.
  record Between(double low, double high) implements Interval {
    public Between {
      if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
        throw new IllegalArgumentException(
            "an interval goes from a finite number up to another, not from " + low + " to " + high);
      }
    }

    public boolean holds(double value) {
      return low <= value && value <= high;
    }
  }

  /// There is no interval.
  record None(Figure.Why why) implements Interval {}

  static Interval between(double low, double high) {
    return new Between(low, high);
  }

  static Interval none(Figure.Why why) {
    return new None(why);
  }
}
