package org.aboveboard.server.learn;

import java.util.Map;
import java.util.Optional;
import org.aboveboard.models.Row;
import org.aboveboard.policy.Personal;

/// What one person, who is not named, agreed to be learnt from: a row of numbers, and the day of
/// the last thing done with each item of it, in days since 1970. Prints nothing.
@Personal
public final class Trained {
  private final Row row;
  private final int[] days;
  private final Map<String, Row> without;

  /// @param without for each signal the row that is left where it is not used
  Trained(Row row, int[] days, Map<String, Row> without) {
    this.row = row;
    this.days = days.clone();
    this.without = Map.copyOf(without);
  }

  public Row row() {
    return row;
  }

  /// A copy, in the order of the row.
  public int[] days() {
    return days.clone();
  }

  /// What is left of the row where a signal is not used.
  public Row without(String signal) {
    return Optional.ofNullable(without.get(signal)).orElse(row);
  }

  @Override
  public String toString() {
    return "Trained";
  }
}
