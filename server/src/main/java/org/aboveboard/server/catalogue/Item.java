package org.aboveboard.server.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that can be recommended.
///
/// @param number what rows and models call it
/// @param provider who supplies it, such as a publisher
public record Item(
    int number,
    String id,
    String title,
    Optional<String> provider,
    List<String> categories,
    Map<String, String> attributes,
    Optional<Instant> published,
    boolean available) {
  public Item {
    categories = List.copyOf(categories);
    attributes = Map.copyOf(attributes);
  }

  public boolean isIn(String category) {
    return categories.contains(category);
  }
}
