package org.aboveboard.policy;

/// What can be shown about a rule; only what is shown to hold lets data be used.
public enum Truth {
  /// The rule is shown to hold.
  SATISFIED,
  /// The rule is shown to be broken.
  VIOLATED,
  /// Neither can be shown, which is a no.
  UNPROVABLE
}
