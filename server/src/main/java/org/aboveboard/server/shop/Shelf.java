package org.aboveboard.server.shop;

import java.util.List;
import java.util.Optional;

/// A row of items under a title, with one honest line about where they come from.
public record Shelf(String id, String title, Optional<String> note, List<Card> cards) {
  public Shelf {
    cards = List.copyOf(cards);
  }
}
