package org.aboveboard.policy;

/// Which way a change of a policy goes, gentlest first.
public enum Turn {
  /// Other words or another owner: nothing else is done with data.
  WORDING,
  /// Less is done than before, so nobody has to be asked again.
  NARROWING,
  /// More is done than before: whoever said yes is asked again.
  WIDENING
}
