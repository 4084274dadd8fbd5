package org.aboveboard.fairness.watch;

/// The stakes of a confidence sequence, which shrink as values become many.
final class Stakes {
  private Stakes() {}

  /// What the wealth on either side must reach: ln(2/α).
  static double limit(double alpha) {
    return Math.log(2 / Unit.chance(alpha));
  }

  /// √(2 ln(2/α) / (σ² t ln(1 + t))) for the value after `seen` others.
  static double next(double limit, long seen, double variance) {
    double t = seen + 1.0;
    return Math.sqrt(2 * limit / (variance * t * Math.log(1 + t)));
  }
}
