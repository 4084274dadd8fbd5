package org.aboveboard.server.demo;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Bookshop.Side;

/// A made-up person's taste: how much each shelf draws them, and which strand of it.
final class BookshopReader {
  private static final double[] FAVOURITES = {0.5, 0.25, 0.12};
  private static final double ANY_SHELF = 0.02;
  private static final double RIGHT_STRAND = 0.3;

  private final Person person;
  private final double[] shelves;
  private final int[] strands;

  private BookshopReader(Person person, double[] shelves, int[] strands) {
    this.person = person;
    this.shelves = shelves;
    this.strands = strands;
  }

  /// A person of whom chance decides everything but the name.
  static BookshopReader of(String subject, RandomGenerator chance) {
    int[] favourites = new int[FAVOURITES.length];
    Arrays.setAll(favourites, _ -> chance.nextInt(BookshopShelf.ALL.size()));
    Side side = chance.nextBoolean() ? Side.HARBOUR : Side.HILL;
    return of(new Person(subject, side), favourites, chance);
  }

  /// A person with these favourite shelves, the most loved first.
  static BookshopReader of(Person person, int[] favourites, RandomGenerator chance) {
    double[] shelves = new double[BookshopShelf.ALL.size()];
    Arrays.fill(shelves, ANY_SHELF);
    for (int k = 0; k < favourites.length; k++) {
      shelves[favourites[k]] += FAVOURITES[k] * (0.7 + 0.6 * chance.nextDouble());
    }
    double sum = Arrays.stream(shelves).sum();
    Arrays.setAll(shelves, k -> shelves[k] / sum);
    int[] strands = new int[shelves.length];
    Arrays.setAll(strands, _ -> chance.nextInt(BookshopStock.STRANDS));
    return new BookshopReader(person, shelves, strands);
  }

  Person person() {
    return person;
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

  /// How well a book of a shelf suits this person, from 0 to 1; the publisher and the popularity do
  /// not come into it.
  double fit(Book book, int shelf) {
    double strand = book.strand() == strand(shelf) ? RIGHT_STRAND : 0;
    return Math.min(1, shelves[shelf] + strand);
  }
}
