package org.aboveboard.server.learn;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.aboveboard.models.Row;
import org.aboveboard.policy.Personal;

/// What one subject adds to the model: a number, a row of numbers, and the day of the last thing
/// done with each item. Prints nothing.
@Personal
final class Learnable {
  private final long subject;
  private final Row row;
  private final int[] days;

  private Learnable(long subject, Row row, int[] days) {
    this.subject = subject;
    this.row = row;
    this.days = days;
  }

  /// One item of a row.
  record Cell(int weight, int day) {
    Cell and(Cell other) {
      return new Cell(Math.max(weight, other.weight), Math.max(day, other.day));
    }
  }

  static Learnable of(long subject, SortedMap<Integer, Cell> cells) {
    return new Learnable(
        subject,
        Row.of(
            cells.keySet().stream().mapToInt(Integer::intValue).toArray(),
            cells.values().stream().mapToInt(Cell::weight).toArray()),
        cells.values().stream().mapToInt(Cell::day).toArray());
  }

  static Learnable nothing(long subject) {
    return new Learnable(subject, Row.empty(), new int[0]);
  }

  long subject() {
    return subject;
  }

  Row row() {
    return row;
  }

  /// @param without for each signal the row that is left where it is not used
  Trained trained(Map<String, Row> without) {
    return new Trained(row, days, without);
  }

  /// Gives each item that something was done with since a day.
  void since(LocalDate day, IntConsumer item) {
    int first = Math.toIntExact(day.toEpochDay());
    for (int k = 0; k < days.length; k++) {
      if (days[k] >= first) {
        item.accept(row.item(k));
      }
    }
  }

  /// What either purpose lets the subject add; an item counts by the stronger.
  Learnable and(Learnable other) {
    SortedMap<Integer, Cell> cells = new TreeMap<>();
    for (Learnable one : new Learnable[] {this, other}) {
      for (int k = 0; k < one.days.length; k++) {
        cells.merge(one.row.item(k), new Cell(one.row.weight(k), one.days[k]), Cell::and);
      }
    }
    return of(subject, cells);
  }

  @Override
  public String toString() {
    return "Learnable";
  }
}
