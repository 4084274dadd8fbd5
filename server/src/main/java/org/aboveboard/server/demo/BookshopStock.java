package org.aboveboard.server.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Cover;
import org.aboveboard.server.demo.Bookshop.Publisher;

/// What stands on the shelves: publishers, their authors, the authors' books.
record BookshopStock(List<Publisher> publishers, List<Book> books) {
  private static final int PUBLISHERS = 40;
  private static final double PART_OF_THE_LARGE = 0.4;
  private static final int MOST_BY_ONE_AUTHOR = 6;

  /// Kinds of books within a shelf.
  static final int STRANDS = 4;

  /// Titles that the demonstration speaks of; the first books of the first shelf.
  private static final List<String> KNOWN = List.of("Tide Tables", "Kelp", "The Salt Road");

  /// The number of the first book of a shelf; books stand shelf by shelf.
  static int firstOf(int shelf) {
    return Bookshop.BOOKS * shelf / BookshopShelf.ALL.size();
  }

  static BookshopStock of(RandomGenerator chance, Instant end) {
    List<Publisher> publishers = publishers(chance);
    Making making = new Making(publishers, chance, end);
    for (BookshopShelf shelf : BookshopShelf.ALL) {
      making.fill(shelf);
    }
    return new BookshopStock(publishers, making.books);
  }

  private static List<Publisher> publishers(RandomGenerator chance) {
    Set<String> names = new HashSet<>();
    List<Publisher> publishers = new ArrayList<>();
    while (publishers.size() < PUBLISHERS) {
      String name = BookshopNames.publisher(publishers.size(), chance);
      if (names.add(name)) {
        boolean isLarge = publishers.size() < BookshopNames.largePublishers();
        publishers.add(new Publisher(name, isLarge));
      }
    }
    return publishers;
  }

  /// Who wrote a run of books, for whom.
  private record Author(String name, Publisher publisher, int strand) {}

  /// The stock while it is being made.
  private static final class Making {
    private final List<Publisher> publishers;
    private final RandomGenerator chance;
    private final Instant end;
    private final List<Book> books = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> authors = new HashSet<>();

    Making(List<Publisher> publishers, RandomGenerator chance, Instant end) {
      this.publishers = publishers;
      this.chance = chance;
      this.end = end;
    }

    void fill(BookshopShelf shelf) {
      int[] ranks = ranks(shelf);
      Iterator<String> titles = titles(shelf);
      Author author = author();
      int left = run();
      for (int rank : ranks) {
        books.add(book(shelf, titles.next(), author, rank, ranks.length));
        left--;
        if (left == 0) {
          author = author();
          left = run();
        }
      }
    }

    private int run() {
      return 1 + chance.nextInt(MOST_BY_ONE_AUTHOR);
    }

    /// Appeal is a matter of chance, but the known titles are well liked: 2nd, 5th and 8th.
    private int[] ranks(BookshopShelf shelf) {
      int[] ranks = shuffled(firstOf(shelf.place() + 1) - firstOf(shelf.place()));
      Arrays.setAll(ranks, k -> ranks[k] + 1);
      for (int k = 0; books.isEmpty() && k < KNOWN.size(); k++) {
        int liked = 2 + 3 * k;
        int at =
            IntStream.range(0, ranks.length).filter(j -> ranks[j] == liked).findFirst().orElse(k);
        ranks[at] = ranks[k];
        ranks[k] = liked;
      }
      return ranks;
    }

    private Iterator<String> titles(BookshopShelf shelf) {
      Stream<String> made =
          Arrays.stream(shuffled(shelf.pairs()))
              .mapToObj(pair -> shelf.title(pair, chance.nextInt(BookshopShelf.PATTERNS)))
              .filter(title -> KNOWN.stream().noneMatch(known -> isLike(title, known)));
      return Stream.concat(books.isEmpty() ? KNOWN.stream() : Stream.empty(), made)
          .filter(titles::add)
          .iterator();
    }

    private static boolean isLike(String title, String known) {
      return title.contains(known.replace("The ", ""));
    }

    private Author author() {
      String name = BookshopNames.author(chance);
      while (!authors.add(name)) {
        name = BookshopNames.author(chance);
      }
      int large = BookshopNames.largePublishers();
      boolean isLarge = chance.nextDouble() < PART_OF_THE_LARGE;
      int publisher = isLarge ? chance.nextInt(large) : chance.nextInt(large, PUBLISHERS);
      return new Author(name, publishers.get(publisher), chance.nextInt(STRANDS));
    }

    private Book book(BookshopShelf shelf, String title, Author author, int rank, int places) {
      return new Book(
          String.format(Locale.ROOT, "b%04d", books.size() + 1),
          title,
          author.name(),
          author.publisher(),
          shelf.label(),
          shelf.about(),
          599 + 100 * chance.nextInt(20),
          64 + chance.nextInt(480),
          end.truncatedTo(ChronoUnit.DAYS).minus(chance.nextInt(10, 9000), ChronoUnit.DAYS),
          rank,
          author.strand(),
          rank > (1 - Bookshop.NICHE_PART) * places,
          new Cover(chance.nextInt(360), chance.nextInt(Cover.MOTIFS)));
    }

    /// The numbers below `size` in an order of chance (Fisher and Yates).
    private int[] shuffled(int size) {
      int[] order = new int[size];
      Arrays.setAll(order, k -> k);
      for (int k = size - 1; k > 0; k--) {
        int other = chance.nextInt(k + 1);
        int kept = order[k];
        order[k] = order[other];
        order[other] = kept;
      }
      return order;
    }
  }
}
