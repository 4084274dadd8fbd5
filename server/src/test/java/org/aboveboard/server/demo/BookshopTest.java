package org.aboveboard.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Bookshop.Persona;
import org.aboveboard.server.demo.Bookshop.Side;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.junit.jupiter.api.Test;

/// The bookshop is what its documentation says, biases included.
class BookshopTest {
  private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");
  private static final long SEED = 7;
  private static final Bookshop SHOP = Bookshop.of(SEED, END);
  private static final Map<String, Book> BOOKS =
      SHOP.books().stream().collect(toMap(Book::id, identity()));
  private static final Map<String, Side> SIDES =
      SHOP.people().stream().collect(toMap(Person::subject, Person::side));

  private static Stream<EventLine> events(String kind) {
    return SHOP.events().stream().filter(event -> event.event().equals(kind));
  }

  private static double views(Predicate<Book> of, Predicate<Side> by) {
    return events("viewed")
        .filter(e -> of.test(BOOKS.get(e.item())) && by.test(SIDES.get(e.subject())))
        .count();
  }

  private static double appeal(Predicate<Book> of) {
    return SHOP.books().stream()
        .filter(of)
        .mapToDouble(book -> 1.0 / (book.rank() + Bookshop.HEAD_START))
        .sum();
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
    assertThat(digest(Bookshop.of(SEED, END))).isEqualTo(digest(SHOP));
    assertThat(digest(Bookshop.of(SEED + 1, END))).isNotEqualTo(digest(SHOP));
  }

  private static String digest(Bookshop shop) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    shop.books().forEach(book -> sha.update(book.toString().getBytes(UTF_8)));
    shop.people().forEach(p -> sha.update((p.subject() + p.side()).getBytes(UTF_8)));
    Stream.concat(
            shop.events().stream(), shop.personas().stream().flatMap(p -> p.history().stream()))
        .map(e -> e.subject() + e.event() + e.item() + e.value() + e.at() + e.line())
        .forEach(line -> sha.update(line.getBytes(UTF_8)));
    return HexFormat.of().formatHex(sha.digest());
  }

  @Test
  void itIsAsLargeAsItSays() {
    assertThat(SHOP.books()).hasSize(2000);
    assertThat(SHOP.people()).hasSize(5000);
    assertThat(SHOP.events().size() / 5000.0).isBetween(28.0, 34.0);
    assertThat(SHOP.publishers()).hasSize(40).filteredOn(p -> p.isLarge()).hasSize(4);
    assertThat(SHOP.books()).extracting(Book::title).doesNotHaveDuplicates();
    assertThat(SHOP.books()).extracting(Book::id).doesNotHaveDuplicates();
    assertThat(SHOP.books().stream().limit(3))
        .extracting(Book::title)
        .containsExactly("Tide Tables", "Kelp", "The Salt Road");
  }

  @Test
  void eventsAreInOrderWithinTheirReachAndOnBooksThatAreThere() {
    Instant before = END.minus(Bookshop.REACH);
    assertThat(SHOP.events()).isSortedAccordingTo((a, b) -> time(a).compareTo(time(b)));
    assertThat(SHOP.events())
        .allMatch(e -> BOOKS.containsKey(e.item()) && SIDES.containsKey(e.subject()))
        .allMatch(e -> !time(e).isBefore(before) && time(e).isBefore(END))
        .allMatch(e -> e.value().isPresent() == e.event().equals("rated"));
    assertThat(events("rated")).allMatch(e -> List.of(1.0, 2.0, 3.0, 4.0, 5.0).contains(stars(e)));
  }

  private static Instant time(EventLine event) {
    return event.at().orElseThrow();
  }

  private static double stars(EventLine event) {
    return event.value().orElseThrow();
  }

  /// Books of one shelf and one strand differ by publisher and appeal alone, so the ratio is taken
  /// in each such cell and pooled (Mantel and Haenszel 1959); on the harbour side, where nothing is
  /// held back.
  @Test
  void largePublishersAreShownThreeTimesAsOftenAtEqualAppeal() {
    double shown = 0;
    double small = 0;
    for (BookshopShelf shelf : BookshopShelf.ALL) {
      for (int strand = 0; strand < BookshopStock.STRANDS; strand++) {
        int kind = strand;
        Predicate<Book> cell = b -> b.shelf().equals(shelf.label()) && b.strand() == kind;
        Predicate<Book> large = cell.and(book -> book.publisher().isLarge());
        Predicate<Book> others = cell.and(book -> !book.publisher().isLarge());
        shown += views(large, Side.HARBOUR::equals) * appeal(others) / appeal(cell);
        small += views(others, Side.HARBOUR::equals) * appeal(large) / appeal(cell);
      }
    }
    assertThat(shown / small).as("seed %d", SEED).isCloseTo(3, within(0.1));
  }

  @Test
  void peopleOnTheHillAreShownHalfAsManyNicheTitles() {
    double hill = odds(Side.HILL);
    double harbour = odds(Side.HARBOUR);
    assertThat(hill / harbour).as("seed %d", SEED).isCloseTo(0.5, within(0.03));
  }

  private static double odds(Side side) {
    return views(Book::isNiche, side::equals) / views(book -> !book.isNiche(), side::equals);
  }

  /// On the harbour side, where niche titles are not held back, views per unit of the written law
  /// are the same at the head, in the middle and in the tail.
  @Test
  void viewsFollowPopularityByTheWrittenLaw() {
    double whole = perAppeal(1, 200);
    assertThat(perAppeal(1, 10) / whole).as("head, seed %d", SEED).isCloseTo(1, within(0.1));
    assertThat(perAppeal(11, 60) / whole).as("middle, seed %d", SEED).isCloseTo(1, within(0.1));
    assertThat(perAppeal(61, 200) / whole).as("tail, seed %d", SEED).isCloseTo(1, within(0.1));
    Predicate<Book> first = book -> book.rank() <= 10;
    Predicate<Book> last = book -> book.rank() > 100;
    assertThat(views(first, _ -> true)).isGreaterThan(views(last, _ -> true));
  }

  private static double perAppeal(int from, int to) {
    ToDoubleFunction<Book> law =
        book ->
            (book.publisher().isLarge() ? Bookshop.LARGE_IS_SHOWN : 1)
                / (book.rank() + Bookshop.HEAD_START);
    Predicate<Book> within = book -> book.rank() >= from && book.rank() <= to;
    return views(within, side -> side == Side.HARBOUR)
        / SHOP.books().stream().filter(within).mapToDouble(law).sum();
  }

  @Test
  void onceLookedAtABookIsBoughtAndLikedWhoeverPublishedItAndWhoeverLooks() {
    Predicate<Book> large = book -> book.publisher().isLarge();
    assertThat(bought(large, _ -> true) / bought(large.negate(), _ -> true))
        .isCloseTo(1, within(0.05));
    assertThat(bought(_ -> true, Side.HILL::equals) / bought(_ -> true, Side.HARBOUR::equals))
        .isCloseTo(1, within(0.05));
    assertThat(meanStars(large)).isCloseTo(meanStars(large.negate()), within(0.05));
  }

  /// Of those who looked at such a book at all, how many bought it.
  private static double bought(Predicate<Book> of, Predicate<Side> by) {
    return pairs("bought", of, by) / pairs("viewed", of, by);
  }

  private static double pairs(String kind, Predicate<Book> of, Predicate<Side> by) {
    return events(kind)
        .filter(e -> of.test(BOOKS.get(e.item())) && by.test(SIDES.get(e.subject())))
        .map(e -> e.subject() + " " + e.item())
        .distinct()
        .count();
  }

  private static double meanStars(Predicate<Book> of) {
    return events("rated")
        .filter(e -> of.test(BOOKS.get(e.item())))
        .mapToDouble(BookshopTest::stars)
        .average()
        .orElseThrow();
  }

  @Test
  void thePersonasAreWhoTheyAreSaidToBe() {
    assertThat(SHOP.personas())
        .extracting(Persona::subject)
        .containsExactly("u:ana", "u:ben", "u:chi", "u:dee");
    Persona ana = SHOP.personas().get(0);
    assertThat(ana.history()).hasSizeGreaterThan(30).extracting(EventLine::item).contains("b0001");
    assertThat(ana.history()).extracting(EventLine::item).doesNotContain("b0003");
    assertThat(ana.history()).allMatch(event -> BOOKS.containsKey(event.item()));
    assertThat(SHOP.personas())
        .filteredOn(Persona::sendsGpc)
        .extracting(Persona::name)
        .containsExactly("Ben");
    assertThat(SHOP.personas())
        .filteredOn(Persona::isMinor)
        .extracting(Persona::name)
        .containsExactly("Dee");
    assertThat(SHOP.personas().get(2).history()).isEmpty();
  }

  @Test
  void aBookSaysWhatItsPageNeeds() {
    ItemLine line = SHOP.items().getFirst();
    assertThat(line.title()).isEqualTo("Tide Tables");
    assertThat(line.attributes())
        .containsOnlyKeys("author", "about", "price", "pages", "providerSize", "hue", "motif");
    assertThat(line.attributes().get("price")).matches("\\d+\\.\\d\\d");
    assertThat(line.categories()).containsExactly("Sea stories");
  }
}
