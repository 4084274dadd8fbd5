package org.aboveboard.fairness.watch;

/// The stakes of a confidence sequence, which shrink as values become many.
final class Stakes {
  private Stakes() {}

  /// √(2 ln(2/α) / (σ² t ln(1 + t))) for the value after `seen` others.
  static double next(double alpha, long seen, double variance) {
    double t = seen + 1.0;
    return Math.sqrt(2 * Math.log(2 / alpha) / (variance * t * Math.log(1 + t)));
  }
}
