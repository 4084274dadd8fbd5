package org.aboveboard.policy;

import java.util.Set;

/// One declared value of an event; what is not declared is dropped at the door.
///
/// @param id unique in the policy: the event's id, a dot and the field's name
/// @param purposes the ids of the purposes that need it
public record Field(
    String id, String name, FieldPath path, FieldType type, String category, Set<String> purposes) {
  public Field {
    purposes = Set.copyOf(purposes);
  }
}
