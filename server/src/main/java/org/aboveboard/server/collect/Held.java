package org.aboveboard.server.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Personal;
import org.aboveboard.server.catalogue.Item;

/// One event as it is held, opened for the person it is about.
///
/// @param event what kind it is; nothing if the policy no longer declares it
/// @param purposes the purposes it is held for, by their declared numbers
/// @param kept the day from which keeping counts
/// @param expires the day of its erasure as it was promised
/// @param content the fields that were kept, as JSON
@Personal
public record Held(
    long index,
    Optional<EventType> event,
    Optional<Item> item,
    List<Integer> purposes,
    LocalDate day,
    LocalDate kept,
    LocalDate expires,
    String content) {
  public Held {
    purposes = List.copyOf(purposes);
  }

  @Override
  public String toString() {
    return "Held";
  }
}
