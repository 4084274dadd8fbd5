package org.aboveboard.fairness.watch;

/// Intervals for a mean, one after each value, that hold all at once: the chance that the mean ever
/// lies outside one of them is at most α. So what is drawn may be looked at any time.
public sealed interface ConfidenceSequence
    permits BettingSequence, BernsteinSequence, AsymptoticSequence {
  /// A value from 0 to 1.
  void see(double value);

  /// After what was seen so far; from 0 to 1 where that says nothing.
  Interval interval();

  /// Whether α is kept only as values become many, and not from the first one on.
  boolean isAsymptotic();
}
