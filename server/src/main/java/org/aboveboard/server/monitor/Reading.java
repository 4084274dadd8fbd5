package org.aboveboard.server.monitor;

import java.util.List;
import java.util.Map;

/// What was read of an epoch: one observation for each person, in order of coming.
///
/// @param target of each group its fair share; empty where the claim is between the groups
/// @param people one line for each
/// @param unread people of whose lists nothing can be said
/// @param silent people who told nothing of themselves to be sorted by
record Reading(Map<String, Double> target, List<Person> people, long unread, long silent) {
  Reading {
    target = Map.copyOf(target);
    people = List.copyOf(people);
  }

  /// A person's outcome: of each group of providers its share, or of the one group that the person
  /// is in the person's own value.
  record Person(Map<String, Double> values) {
    Person {
      values = Map.copyOf(values);
      values.values().forEach(Person::refuseOutside);
    }

    private static void refuseOutside(double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("an outcome lies between 0 and 1, not " + value);
      }
    }
  }

  /// How many people there were in all.
  long all() {
    return people.size() + unread + silent;
  }
}
