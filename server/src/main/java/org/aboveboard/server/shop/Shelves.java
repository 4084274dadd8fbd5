package org.aboveboard.server.shop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Face;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.recommend.Adjustment;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Sentences;

/// Makes shelves: of the catalogue as it is, and of answers with their reasons.
@Singleton
final class Shelves {
  private static final int FRESH = 6;
  private static final int BROWSED = 60;

  private final Catalogue catalogue;
  private final Sentences sentences;

  Shelves(Catalogue catalogue, Sentences sentences) {
    this.catalogue = catalogue;
    this.sentences = sentences;
  }

  /// What came out last; the same for everybody.
  Shelf fresh() {
    return new Shelf(
        "new", "New here", Optional.of("The same for everybody."), cards(_ -> true, FRESH));
  }

  Shelf inCategory(String category) {
    List<Card> cards = cards(item -> item.isIn(category), BROWSED);
    return new Shelf(
        "category",
        "Newest first",
        Optional.of("Up to " + BROWSED + ". The same for everybody."),
        cards);
  }

  private List<Card> cards(Predicate<Item> wanted, int most) {
    return catalogue.items().stream()
        .filter(Item::available)
        .filter(wanted)
        .sorted(
            Comparator.comparing((Item item) -> item.published().orElse(Instant.EPOCH))
                .reversed()
                .thenComparingInt(Item::number))
        .limit(most)
        .map(Shelves::card)
        .toList();
  }

  static Card card(Item item) {
    Face face = new Face(item);
    return Card.plain(face.path(), item.title(), face.by(), face.quiet());
  }

  /// An answer as a row: with its reasons where it is personal, with one honest line where not.
  Shelf of(Recorded record, Surface surface) {
    return record.level().isProfiling() ? personal(record, surface) : sameForAll(record, surface);
  }

  private Shelf personal(Recorded record, Surface surface) {
    return new Shelf(
        surface.id(),
        surface.label().plain(),
        Optional.empty(),
        record.picks().stream().flatMap(pick -> reasoned(record, pick).stream()).toList());
  }

  private Optional<Card> reasoned(Recorded record, Pick pick) {
    return catalogue
        .find(pick.item())
        .map(item -> {
          Face face = new Face(item);
          return new Card(
              face.path(),
              item.title(),
              face.by(),
              face.quiet(),
              Optional.of(sentences.of(pick)),
              Optional.of("/explain/" + record.recommId() + "/" + face.path()));
        });
  }

  private Shelf sameForAll(Recorded record, Surface surface) {
    boolean isContext = record.level() == Level.CONTEXT;
    return new Shelf(
        surface.id(),
        isContext
            ? surface.label().plain()
            : isPopular(record) ? "Popular here lately" : "From the shelves",
        Optional.of(
            isContext
                ? "Made from this page alone. Nothing about you is used."
                : "The same for everybody. Nothing about you is used."),
        record.picks().stream()
            .flatMap(pick -> catalogue.find(pick.item()).map(Shelves::card).stream())
            .toList());
  }

  private static boolean isPopular(Recorded record) {
    return record.picks().stream()
        .flatMap(pick -> pick.adjustments().stream())
        .anyMatch(adjustment -> adjustment.name().equals(Adjustment.POPULAR));
  }
}
