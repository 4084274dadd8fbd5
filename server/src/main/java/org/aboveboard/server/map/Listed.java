package org.aboveboard.server.map;

import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;

/// One lane of the map as a list.
public record Listed(String name, List<Entry> entries) {
  public Listed {
    entries = List.copyOf(entries);
  }

  /// One box as a line of it.
  ///
  /// @param kind what it is, where its lane does not say so
  /// @param seen what was noticed of it; nothing on the public page
  /// @param from the boxes before it
  /// @param to the boxes after it
  /// @param only leads to a drawing of it alone
  public record Entry(
      String id,
      String name,
      Optional<String> kind,
      State state,
      List<Fact> facts,
      List<Fact> seen,
      List<Link> from,
      List<Link> to,
      Link only) {
    public Entry {
      facts = List.copyOf(facts);
      seen = List.copyOf(seen);
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }
}
