package org.aboveboard.server.journal;

/// What became of a leaf.
public sealed interface Placed {
  /// It is durable under this number: of the journal's entries, or of the decisions.
  record At(long index) implements Placed {}

  /// It was there already and nothing was written.
  record Repeated() implements Placed {}

  /// Its decision must be made anew, and nothing was written.
  record Stale() implements Placed {}
}
