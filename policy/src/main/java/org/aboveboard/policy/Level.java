package org.aboveboard.policy;

/// How personal an answer is, from not at all to profiling that needs an approval.
public enum Level {
  /// The same for everybody.
  NONE,
  /// Made from what is on the page now, with nothing stored.
  CONTEXT,
  /// Made from a subject's own acts.
  GENERAL,
  /// Made from guesses about a person; off until an ethics officer approved it.
  INVASIVE;

  /// Whether an answer of this level rests on what is known about one person.
  public boolean isProfiling() {
    return compareTo(GENERAL) >= 0;
  }
}
