package org.aboveboard.server.collect;

import java.time.LocalDate;
import java.util.List;
import org.aboveboard.policy.Personal;

/// One row that is set aside, opened for the person it is about.
///
/// @param event what kind it would be, by the id it was declared under
/// @param item what it is about; empty where it is about nothing
/// @param purposes the purposes that would want it, by their declared numbers
/// @param kept the day from which keeping counts
/// @param until the day on which it is deleted
/// @param content the whole of it, as JSON
@Personal
public record Quarantined(
    long index,
    String event,
    String item,
    List<Integer> purposes,
    LocalDate day,
    LocalDate kept,
    LocalDate until,
    String content) {
  public Quarantined {
    purposes = List.copyOf(purposes);
  }

  @Override
  public String toString() {
    return "Quarantined";
  }
}
