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

  /// Whether only events name it: then its id is a digest, and it has no title.
  public boolean isMentioned() {
    return Mentioned.is(id);
  }

  /// The same under the id that an event has for it.
  public Item named(String told) {
    return new Item(number, told, told, provider, categories, attributes, published, available);
  }

  public boolean isIn(String category) {
    return categories.contains(category);
  }
}
