package org.aboveboard.policy.map;

import java.util.Set;
import java.util.TreeSet;

/// One declared thing on the data map.
///
/// @param about its id in the policy
/// @param purposes ids of the purposes it is there for
public record Box(
    Kind kind, String about, String label, Facts facts, State state, Set<String> purposes)
    implements Stop {
  public Box {
    purposes = Set.copyOf(purposes);
  }

  /// Unique on the map, and fit to be an anchor.
  @Override
  public String id() {
    return kind.box(about);
  }

  @Override
  public Lane lane() {
    return kind.lane();
  }

  Box standing(State other) {
    return new Box(kind, about, label, facts, other, purposes);
  }

  String json() {
    return facts
        .members()
        .text("id", id())
        .text("kind", kind.word())
        .text("about", about)
        .text("lane", lane().word())
        .text("label", label)
        .text("state", state.word())
        .texts("purposes", new TreeSet<>(purposes).stream())
        .object();
  }
}
