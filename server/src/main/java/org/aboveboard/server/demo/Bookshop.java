package org.aboveboard.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;

/// A made-up bookshop: 2,000 books, 5,000 people, about 30 events each over the last 80 days.
///
/// The same seed and the same end give the same bytes, on any machine. The people's tastes are
/// random, but the shop is unfair in three known ways, so that what watches over fairness has
/// something true to find (`BookshopTest` shows each of them in the data):
///
/// 1. **Large publishers are shown three times as often.** Four of the forty publishers are large
///    and have about four titles in ten. At equal appeal, a title of theirs is [#LARGE_IS_SHOWN]
///    times as likely to be looked at.
/// 2. **One part of town is shown fewer niche titles.** People live on the harbour side or on the
///    hill. A niche title (the less appealing six in ten of its shelf) is [#NICHE_ON_THE_HILL]
///    times as likely to reach a person on the hill as one on the harbour side.
/// 3. **Views follow popularity.** The k-th most appealing title of a shelf is looked at in
///    proportion to 1 / (k + [#HEAD_START]), whoever is looking.
///
/// What is **not** biased: the first time a person looks at a book they decide whether to buy it,
/// and later how many stars it is worth, by their taste for its shelf and strand alone. The
/// publisher, the part of town and the popularity do not come into it. So a fair recommender would
/// lose nothing by showing the small publishers more.
///
/// All names and titles are made up of lists of words; none is of a real person.
public record Bookshop(
    List<Publisher> publishers,
    List<Book> books,
    List<Person> people,
    List<EventLine> events,
    List<Persona> personas) {

  /// How much more often a title of a large publisher is looked at, at equal appeal.
  public static final double LARGE_IS_SHOWN = 3;

  /// How much less often a niche title is looked at on the hill.
  public static final double NICHE_ON_THE_HILL = 0.5;

  /// The part of a shelf that is niche.
  public static final double NICHE_PART = 0.6;

  /// How flat the head of the curve of popularity is.
  public static final int HEAD_START = 8;

  /// Events reach back this far.
  public static final Duration REACH = Duration.ofDays(80);

  static final int BOOKS = 2000;
  static final int PEOPLE = 5000;

  public Bookshop {
    publishers = List.copyOf(publishers);
    books = List.copyOf(books);
    people = List.copyOf(people);
    events = List.copyOf(events);
    personas = List.copyOf(personas);
  }

  /// Who supplies books.
  public record Publisher(String name, boolean isLarge) {}

  /// What a page needs to draw a cover: a colour from 0 to 359 and one of twelve motifs.
  public record Cover(int hue, int motif) {
    static final int MOTIFS = 12;
  }

  /// One book; `rank` is its place by appeal on its shelf, 1 for the most appealing; `strand` is
  /// the kind of book it is within its shelf, which readers keep to.
  public record Book(
      String id,
      String title,
      String author,
      Publisher publisher,
      String shelf,
      String about,
      int cents,
      int pages,
      Instant published,
      int rank,
      int strand,
      boolean isNiche,
      Cover cover) {

    /// The book as a line of a catalogue; the cover is in the attributes `hue` and `motif`.
    public ItemLine line() {
      Map<String, String> attributes = new TreeMap<>();
      attributes.put("author", author);
      attributes.put("about", about);
      attributes.put("price", cents / 100 + "." + cents / 10 % 10 + cents % 10);
      attributes.put("pages", Integer.toString(pages));
      attributes.put("providerSize", publisher.isLarge() ? "large" : "small");
      attributes.put("hue", Integer.toString(cover.hue()));
      attributes.put("motif", Integer.toString(cover.motif()));
      return new ItemLine(
          id,
          title,
          Optional.of(publisher.name()),
          List.of(shelf),
          Optional.of(published),
          attributes);
    }
  }

  /// The part of town a person lives in; known to the generator and its tests, no input of a model.
  public enum Side {
    HARBOUR,
    HILL
  }

  /// One made-up person; prints nothing.
  public record Person(String subject, Side side, Taste taste) {
    /// A person of whom chance decides everything but the name.
    static Person of(String subject, RandomGenerator chance) {
      int[] favourites = Taste.favourites(chance);
      Side side = chance.nextBoolean() ? Side.HARBOUR : Side.HILL;
      return new Person(subject, side, Taste.of(favourites, chance));
    }

    @Override
    public String toString() {
      return "Person";
    }
  }

  /// Somebody to be during the demonstration, with what they did before it began.
  ///
  /// `history` is not part of [Bookshop#events]; what of it may be kept is for the policy to say.
  public record Persona(
      String subject,
      String name,
      String story,
      boolean sendsGpc,
      boolean isMinor,
      List<EventLine> history) {
    public Persona {
      history = List.copyOf(history);
    }
  }

  /// The bookshop of this seed, as it stands at `end`.
  public static Bookshop of(long seed, Instant end) {
    SplittableRandom chance = new SplittableRandom(seed);
    BookshopStock stock = BookshopStock.of(chance.split(), end);
    BookshopTown town = BookshopTown.of(stock, chance.split(), end);
    return new Bookshop(
        stock.publishers(), stock.books(), town.people(), town.events(), town.personas());
  }

  /// The catalogue as lines.
  public List<ItemLine> items() {
    return books.stream().map(Book::line).toList();
  }
}
