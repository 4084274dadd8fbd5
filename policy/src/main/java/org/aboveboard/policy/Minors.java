package org.aboveboard.policy;

/// Whether a purpose may ever be about somebody too young to decide alone.
public enum Minors {
  /// Never; a minor gets the answer that knows nobody.
  EXCLUDE,
  /// Only on the yes of somebody who answers for them.
  GUARDIAN
}
