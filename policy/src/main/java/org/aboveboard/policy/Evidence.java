package org.aboveboard.policy;

/// What a recorded choice rests on, weakest first.
public enum Evidence {
  /// Made up or borrowed for a demonstration; worth nothing outside one.
  DEMONSTRATION,
  /// Brought from another system, with proof of its own.
  IMPORTED,
  /// Answered to a question we asked.
  PROMPT
}
