package org.aboveboard.policy.map;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.policy.Json;

/// Data that flows from one box to one further right.
///
/// @param past the [Pass] it takes, where it leaves out the models' lane
/// @param purposes ids of the purposes it flows for
public record Edge(String from, Optional<String> past, String to, Set<String> purposes) {
  public Edge {
    purposes = Set.copyOf(purposes);
  }

  /// The pieces of it between neighbouring lanes.
  Stream<Leg> legs() {
    return past.map(by -> Stream.of(new Leg(from, by), new Leg(by, to)))
        .orElseGet(() -> Stream.of(new Leg(from, to)));
  }

  /// A straight piece between two neighbouring lanes.
  record Leg(String from, String to) {}

  String json() {
    return Json.members()
        .text("from", from)
        .text("to", to)
        .texts("purposes", new TreeSet<>(purposes).stream())
        .object();
  }
}
