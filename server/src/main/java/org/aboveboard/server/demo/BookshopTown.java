package org.aboveboard.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Bookshop.Persona;
import org.aboveboard.server.load.EventLine;

/// The people around the bookshop and what they did there.
record BookshopTown(List<Person> people, List<EventLine> events, List<Persona> personas) {
  private static final int FEWEST_EVENTS = 10;
  private static final int MORE_ON_AVERAGE = 18;
  private static final int MOST_EVENTS = 150;
  private static final Comparator<EventLine> BY_TIME =
      Comparator.comparing((EventLine event) -> event.at().orElse(Instant.EPOCH))
          .thenComparing(EventLine::subject);

  static BookshopTown of(BookshopStock stock, SplittableRandom chance, Instant end) {
    BookshopWindow window = new BookshopWindow(stock.books());
    List<Person> people = new ArrayList<>();
    List<EventLine> events = new ArrayList<>();
    for (int k = 1; k <= Bookshop.PEOPLE; k++) {
      Person person = Person.of(String.format(Locale.ROOT, "u:reader-%04d", k), chance);
      people.add(person);
      events.addAll(new BookshopVisits(person, window, chance, end).events(wanted(chance)));
    }
    List<Persona> personas = new BookshopPersonas(stock, window, chance.split(), end).all();
    return new BookshopTown(people, inOrder(events), personas);
  }

  /// A few people do a lot: beyond the fewest, the number falls off exponentially.
  private static int wanted(SplittableRandom chance) {
    double more = -MORE_ON_AVERAGE * StrictMath.log(1 - chance.nextDouble());
    return (int) Math.min(MOST_EVENTS, FEWEST_EVENTS + more);
  }

  /// Events by time, numbered in that order.
  static List<EventLine> inOrder(List<EventLine> events) {
    events.sort(BY_TIME);
    List<EventLine> numbered = new ArrayList<>(events.size());
    for (EventLine event : events) {
      numbered.add(
          new EventLine(
              event.subject(),
              event.event(),
              event.item(),
              event.value(),
              event.at(),
              numbered.size() + 1));
    }
    return numbered;
  }
}
