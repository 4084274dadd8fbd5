package org.aboveboard.policy.lint;

/// How much a finding weighs.
public enum Severity {
  /// It blocks, whatever is written about it.
  ERROR,
  /// It blocks until its file says why it stands.
  WARNING
}
