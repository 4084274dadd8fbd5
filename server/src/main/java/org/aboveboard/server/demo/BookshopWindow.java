package org.aboveboard.server.demo;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Bookshop.Side;

/// What people come to see: draws the next book looked at, with the three biases of [Bookshop].
final class BookshopWindow {
  private static final double OWN_STRAND = 4;

  private final List<Book> books;
  private final double[][] sums;

  BookshopWindow(List<Book> books) {
    this.books = books;
    int shelves = BookshopShelf.ALL.size();
    this.sums = new double[Side.values().length * shelves * BookshopStock.STRANDS][];
    for (Side side : Side.values()) {
      for (int shelf = 0; shelf < shelves; shelf++) {
        for (int strand = 0; strand < BookshopStock.STRANDS; strand++) {
          sums[key(side, shelf, strand)] = sums(side, shelf, strand);
        }
      }
    }
  }

  private static int key(Side side, int shelf, int strand) {
    int shelves = BookshopShelf.ALL.size();
    return ((side == Side.HILL ? shelves : 0) + shelf) * BookshopStock.STRANDS + strand;
  }

  /// Running sums of the weights of a shelf's books, for drawing by bisection.
  private double[] sums(Side side, int shelf, int strand) {
    int first = BookshopStock.firstOf(shelf);
    double[] weights = new double[BookshopStock.firstOf(shelf + 1) - first];
    Arrays.setAll(weights, k -> weight(books.get(first + k), side, strand));
    Arrays.parallelPrefix(weights, Double::sum);
    return weights;
  }

  private static double weight(Book book, Side side, int strand) {
    double popular = 1.0 / (book.rank() + Bookshop.HEAD_START);
    double shown = book.publisher().isLarge() ? Bookshop.LARGE_IS_SHOWN : 1;
    double reaches = book.isNiche() && side == Side.HILL ? Bookshop.NICHE_ON_THE_HILL : 1;
    return popular * shown * reaches * (book.strand() == strand ? OWN_STRAND : 1);
  }

  /// The book of this shelf that the person looks at next.
  Book draw(Person person, int shelf, RandomGenerator chance) {
    double[] running = sums[key(person.side(), shelf, person.taste().strand(shelf))];
    double drawn = chance.nextDouble() * running[running.length - 1];
    int found = Arrays.binarySearch(running, drawn);
    int at = found >= 0 ? found + 1 : -found - 1;
    return books.get(BookshopStock.firstOf(shelf) + Math.min(at, running.length - 1));
  }
}
