package org.aboveboard.policy.map;

import java.util.List;

/// One lane of the map as a part of a list.
public record Chapter(Lane lane, List<Entry> entries) {
  public Chapter {
    entries = List.copyOf(entries);
  }

  /// One box, and the boxes that its lines come from and go to.
  public record Entry(Box box, List<Box> from, List<Box> to) {
    public Entry {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }
}
