package org.aboveboard.server.shop;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.recommend.Recommend;
import org.aboveboard.server.recommend.Wish;

/// The row on an item's page: made from the item alone, so nobody is named and nothing is kept.
@Singleton
final class Beside {
  private final Declaration declaration;
  private final Recommend recommend;
  private final Shelves shelves;

  Beside(Declaration declaration, Recommend recommend, Shelves shelves) {
    this.declaration = declaration;
    this.recommend = recommend;
    this.shelves = shelves;
  }

  /// The row, where the policy declares a place for one and there is something to put in it.
  Optional<Shelf> of(Item item) {
    return declaration.now().policy().surfaces().stream()
        .filter(surface -> surface.fallback() == Fallback.CONTEXT)
        .findFirst()
        .map(surface -> shelves.of(recommend.answer(wish(surface, item)).record(), surface))
        .filter(shelf -> !shelf.cards().isEmpty());
  }

  private static Wish wish(Surface surface, Item item) {
    return new Wish(
        surface,
        Optional.empty(),
        surface.length(),
        Set.of(item.id()),
        Optional.empty(),
        Optional.of(item.id()),
        Sent.NOTHING,
        false);
  }
}
