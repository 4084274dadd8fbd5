package org.aboveboard.fairness.watch;

/// What a monitor says.
public sealed interface Verdict {
  /// @param logEvidence the logarithm of what is held against the threshold
  record Quiet(double logEvidence, long pairs) implements Verdict {}

  /// @param logEvidence the logarithm of what reached the threshold, when it did
  /// @param pairs after how many pairs it did
  record Alarm(Guarantee guarantee, double logEvidence, long pairs) implements Verdict {}
}
