package org.aboveboard.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.load.EventLine;

/// One person's visits to the shop: they look, sometimes buy, and some days later may rate.
final class BookshopVisits {
  private static final int MOST_IN_ONE_VISIT = 6;
  private static final double BUYS_ANYTHING = 0.08;
  private static final double BUYS_WHAT_FITS = 0.45;
  private static final double RATES = 0.5;

  private final Person person;
  private final BookshopWindow window;
  private final RandomGenerator chance;
  private final Instant end;
  private final Set<String> lookedAt = new HashSet<>();
  private final List<EventLine> events = new ArrayList<>();

  BookshopVisits(Person person, BookshopWindow window, RandomGenerator chance, Instant end) {
    this.person = person;
    this.window = window;
    this.chance = chance;
    this.end = end;
  }

  /// As many visits as it takes to come to this many events, or a few more.
  List<EventLine> events(int wanted) {
    while (events.size() < wanted) {
      visit();
    }
    return events;
  }

  private void visit() {
    Instant now = end.minusSeconds(chance.nextLong(1, Bookshop.REACH.toSeconds()));
    for (int looks = chance.nextInt(MOST_IN_ONE_VISIT); looks >= 0; looks--) {
      look(now);
      now = now.plusSeconds(chance.nextLong(40, 400));
    }
  }

  private void look(Instant now) {
    int shelf = person.taste().shelf(chance);
    Book book = window.draw(person, shelf, chance);
    double fit = person.taste().fit(book);
    add("viewed", book, OptionalDouble.empty(), now);
    boolean isFirstLook = lookedAt.add(book.id());
    if (isFirstLook && isBought(fit, chance)) {
      add("bought", book, OptionalDouble.empty(), now.plusSeconds(chance.nextLong(10, 39)));
      if (chance.nextDouble() < RATES) {
        rate(book, fit, now.plusSeconds(86_400L + chance.nextLong(12 * 86_400L)));
      }
    }
  }

  /// Whether somebody who looks at a book for the first time buys it, by how well it suits them.
  static boolean isBought(double fit, RandomGenerator chance) {
    return chance.nextDouble() < BUYS_ANYTHING + BUYS_WHAT_FITS * fit;
  }

  private void rate(Book book, double fit, Instant at) {
    double mood = chance.nextDouble() + chance.nextDouble() + chance.nextDouble() - 1.5;
    double stars = Math.clamp(StrictMath.rint(2.8 + 2 * fit + 1.4 * mood), 1.0, 5.0);
    add("rated", book, OptionalDouble.of(stars), at);
  }

  private void add(String event, Book book, OptionalDouble value, Instant at) {
    if (at.isBefore(end)) {
      String subject = person.subject();
      events.add(new EventLine(subject, event, book.id(), value, Optional.of(at), 0));
    }
  }
}
