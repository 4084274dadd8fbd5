package org.aboveboard.server.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing of a catalogue, as a file told it.
///
/// `provider` is who supplies it (publisher, seller); `attributes` are whatever else the file says
/// of it, by the file's own names.
public record ItemLine(
    String id,
    String title,
    Optional<String> provider,
    List<String> categories,
    Optional<Instant> published,
    Map<String, String> attributes) {

  public ItemLine {
    categories = List.copyOf(categories);
    attributes = Map.copyOf(attributes);
  }

  /// An item of which only its number is known.
  static ItemLine untitled(String noun, String id) {
    return new ItemLine(
        id, noun + " " + id, Optional.empty(), List.of(), Optional.empty(), Map.of());
  }
}
