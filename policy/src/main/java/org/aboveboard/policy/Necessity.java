package org.aboveboard.policy;

/// Whether a purpose can do its work without a category of data.
public enum Necessity {
  /// Without it the purpose is off.
  REQUIRED,
  /// Without it the purpose does less well.
  OPTIONAL
}
