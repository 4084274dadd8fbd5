package org.aboveboard.fairness.watch;

import java.util.List;

/// Evidence against a claim: were the claim true, it would be 1 or less on average, at whatever
/// moment one looks. It is kept as its logarithm, since wealth outgrows a double.
///
/// @param log the natural logarithm
public record EValue(double log) {
  public EValue {
    Unit.finite(log);
  }

  /// The value, and the largest double where it is larger than that.
  public double value() {
    return Math.min(Math.exp(log), Double.MAX_VALUE);
  }

  /// A p-value that may be looked at any time, at most 1 (Markov's inequality).
  public double p() {
    return Math.min(1, Math.exp(-log));
  }

  /// The mean of e-values is one, however they depend on each other.
  public static EValue mean(List<EValue> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a mean is of one e-value or more");
    }
    double most = values.stream().mapToDouble(EValue::log).max().getAsDouble();
    double sum = values.stream().mapToDouble(value -> Math.exp(value.log - most)).sum();
    return new EValue(most + Math.log(sum / values.size()));
  }
}
