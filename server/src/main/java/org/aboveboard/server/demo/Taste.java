package org.aboveboard.server.demo;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.aboveboard.server.demo.Bookshop.Book;

/// A made-up person's taste: how much each shelf draws them, and which strand of it.
public final class Taste {
  private static final double[] FAVOURITES = {0.5, 0.25, 0.12};
  private static final double ANY_SHELF = 0.02;
  private static final double RIGHT_STRAND = 0.3;

  private final double[] shelves;
  private final int[] strands;

  private Taste(double[] shelves, int[] strands) {
    this.shelves = shelves;
    this.strands = strands;
  }

  /// Favourite shelves that chance decides, the most loved first.
  static int[] favourites(RandomGenerator chance) {
    int[] favourites = new int[FAVOURITES.length];
    Arrays.setAll(favourites, _ -> chance.nextInt(BookshopShelf.ALL.size()));
    return favourites;
  }

  /// A taste with these favourite shelves, the most loved first.
  static Taste of(int[] favourites, RandomGenerator chance) {
    double[] shelves = new double[BookshopShelf.ALL.size()];
    Arrays.fill(shelves, ANY_SHELF);
    for (int k = 0; k < favourites.length; k++) {
      shelves[favourites[k]] += FAVOURITES[k] * (0.7 + 0.6 * chance.nextDouble());
    }
    double sum = Arrays.stream(shelves).sum();
    Arrays.setAll(shelves, k -> shelves[k] / sum);
    int[] strands = new int[shelves.length];
    Arrays.setAll(strands, _ -> chance.nextInt(BookshopStock.STRANDS));
    return new Taste(shelves, strands);
  }

  /// The strand of this shelf that the person keeps to.
  int strand(int shelf) {
    return strands[shelf];
  }

  /// A shelf drawn by taste.
  int shelf(RandomGenerator chance) {
    double left = chance.nextDouble();
    int shelf = 0;
    while (shelf < shelves.length - 1 && left >= shelves[shelf]) {
      left -= shelves[shelf];
      shelf++;
    }
    return shelf;
  }

  /// How well a book suits, from 0 to 1; the publisher and the popularity do not come into it.
  double fit(Book book) {
    int shelf = BookshopShelf.placeOf(book.shelf());
    double strand = book.strand() == strand(shelf) ? RIGHT_STRAND : 0;
    return Math.min(1, shelves[shelf] + strand);
  }
}
