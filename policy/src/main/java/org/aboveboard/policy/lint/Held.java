package org.aboveboard.policy.lint;

/// What makes sure that a rule is kept.
public enum Held {
  /// What breaks it cannot be made.
  CONSTRUCTOR,
  /// What breaks it is a fault: the policy is not read.
  READER,
  /// What breaks it is a finding.
  LINTER,
  /// What breaks it is a finding once it is measured on data.
  MEASUREMENT,
  /// A test of the pages looks for what breaks it.
  PAGES,
  /// The running server does not do what breaks it.
  RUNTIME
}
