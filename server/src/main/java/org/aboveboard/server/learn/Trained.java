package org.aboveboard.server.learn;

import org.aboveboard.models.Row;
import org.aboveboard.policy.Personal;

/// What one person, who is not named, agreed to be learnt from: a row of numbers, and the day of
/// the last thing done with each item of it, in days since 1970. Prints nothing.
@Personal
public final class Trained {
  private final Row row;
  private final int[] days;

  Trained(Row row, int... days) {
    this.row = row;
    this.days = days.clone();
  }

  public Row row() {
    return row;
  }

  /// A copy, in the order of the row.
  public int[] days() {
    return days.clone();
  }

  @Override
  public String toString() {
    return "Trained";
  }
}
