package org.aboveboard.fairness.decision;

/// The sums of the ratings of one side.
final class Side {
  private double predicted;
  private double actual;
  private long count;

  void add(Rating rating) {
    predicted += rating.predicted();
    actual += rating.actual();
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  double predicted() {
    return predicted / count;
  }

  /// The mean prediction less the mean rating.
  double error() {
    return (predicted - actual) / count;
  }
}
