package org.aboveboard.server.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An item as its shop describes it.
public record ItemPut(
    String id,
    String title,
    Optional<String> provider,
    List<String> categories,
    Map<String, String> attributes,
    Optional<Instant> published,
    boolean available) {
  public ItemPut {
    categories = List.copyOf(categories);
    attributes = Map.copyOf(attributes);
  }
}
