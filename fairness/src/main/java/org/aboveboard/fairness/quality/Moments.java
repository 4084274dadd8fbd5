package org.aboveboard.fairness.quality;

/// The mean of part of an array, and the square of its standard error.
record Moments(double mean, double squaredError) {
  static Moments of(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] - values[from];
    }
    double n = to - from;
    double mean = values[from] + sum / n;
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return new Moments(mean, squares / (n - 1) / n);
  }
}
