package org.aboveboard.models;

/// What learns a ranker row by row and can take every row back.
public interface Incremental {
  /// Puts `after` where `before` was; the empty row stands for nobody. Refuses a row that never
  /// came in.
  void replace(Row before, Row after);

  /// The model of the rows that are in, under a number.
  Ranker publish(long version);
}
