package org.aboveboard.policy;

import java.util.Optional;
import java.util.Set;

/// One declared value of an event; what is not declared is dropped at the door.
///
/// @param id unique in the policy: the event's id, a dot and the field's name
/// @param range which numbers are believed; absent, all of them are
/// @param purposes the ids of the purposes that need it
public record Field(
    String id,
    String name,
    FieldPath path,
    FieldType type,
    Optional<Range> range,
    String category,
    Set<String> purposes) {
  public Field {
    purposes = Set.copyOf(purposes);
  }

  /// The least and the greatest number that is believed, both of them included.
  public record Range(double least, double most) {
    public boolean includes(double value) {
      return value >= least && value <= most;
    }
  }
}
