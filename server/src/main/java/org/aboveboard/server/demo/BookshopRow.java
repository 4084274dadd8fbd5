package org.aboveboard.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.load.EventLine;

/// A row of books that is shown to somebody. The higher a book stands and the better it suits them,
/// the likelier they look at it; whether they buy it is a matter of taste alone.
public record BookshopRow(List<Book> books) {
  private static final PositionWeights ATTENTION = PositionWeights.log();
  private static final double LOOKS_AT_ANYTHING = 0.1;
  private static final double LOOKS_AT_WHAT_SUITS = 0.6;

  public BookshopRow {
    books = List.copyOf(books);
  }

  /// What a person does with it.
  ///
  /// @param now when they do it
  public List<EventLine> seenBy(Person person, Instant now, RandomGenerator chance) {
    List<EventLine> events = new ArrayList<>();
    for (int place = 1; place <= books.size(); place++) {
      Book book = books.get(place - 1);
      double fit = person.taste().fit(book);
      double drawn = LOOKS_AT_ANYTHING + LOOKS_AT_WHAT_SUITS * fit;
      if (chance.nextDouble() < ATTENTION.at(place) * drawn) {
        events.add(event(person, "viewed", book, now));
        if (BookshopVisits.isBought(fit, chance)) {
          events.add(event(person, "bought", book, now));
        }
      }
    }
    return events;
  }

  private static EventLine event(Person person, String event, Book book, Instant now) {
    return new EventLine(
        person.subject(), event, book.id(), OptionalDouble.empty(), Optional.of(now), 0);
  }
}
