package org.aboveboard.fairness.quality;

/// What one person adds to generalized entropy: by their benefit over the mean benefit, x.
///
/// It is (x^α − 1) / (α(α − 1)), with its limits −ln x at 0 and x·ln x at 1. Since the mean of x is
/// 1, x may stand for 1: near an alpha of 1 that keeps the digits.
record Entropy(double alpha) {
  Entropy {
    if (!(Math.abs(alpha) <= 100)) {
      throw new IllegalArgumentException("alpha is from -100 to 100; 0, 1 or 2 is usual");
    }
  }

  double of(double x) {
    if (alpha == 0) {
      return -Math.log(x);
    }
    if (alpha < 0.5) {
      return Math.expm1(alpha * Math.log(x)) / (alpha * (alpha - 1));
    }
    if (x == 0) {
      return 0;
    }
    return alpha == 1
        ? x * Math.log(x)
        : x * Math.expm1((alpha - 1) * Math.log(x)) / (alpha * (alpha - 1));
  }
}
