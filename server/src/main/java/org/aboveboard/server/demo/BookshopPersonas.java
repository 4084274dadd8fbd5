package org.aboveboard.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Bookshop.Persona;
import org.aboveboard.server.demo.Bookshop.Side;
import org.aboveboard.server.load.EventLine;

/// The four people one can be during the demonstration.
record BookshopPersonas(
    BookshopStock stock, BookshopWindow window, RandomGenerator chance, Instant end) {
  private static final int ANA_DID = 40;
  private static final int BEN_DID = 8;

  /// Ana left this one for the demonstration to suggest.
  private static final String LEFT = "b0003";

  List<Persona> all() {
    return List.of(
        new Persona(
            "u:ana", "Ana", "Reads a lot: sea stories and nature.", false, false, ana("u:ana")),
        new Persona(
            "u:ben",
            "Ben",
            "Reads crime. His browser says: do not use my data.",
            true,
            false,
            history("u:ben", BEN_DID, BookshopShelf.CRIME, BookshopShelf.TRAVEL)),
        new Persona("u:chi", "Chi", "Is here for the first time.", false, false, List.of()),
        new Persona("u:dee", "Dee", "Is twelve years old.", false, true, List.of()));
  }

  private List<EventLine> ana(String subject) {
    List<EventLine> history =
        new ArrayList<>(history(subject, ANA_DID, BookshopShelf.SEA, BookshopShelf.NATURE));
    Set<String> known = Set.of("b0001", "b0002", LEFT);
    history.removeIf(event -> known.contains(event.item()));
    history.add(event(subject, "viewed", "b0001", OptionalDouble.empty(), 20));
    history.add(event(subject, "bought", "b0001", OptionalDouble.empty(), 19));
    history.add(event(subject, "rated", "b0001", OptionalDouble.of(5), 9));
    history.add(event(subject, "viewed", "b0002", OptionalDouble.empty(), 16));
    history.add(event(subject, "bought", "b0002", OptionalDouble.empty(), 15));
    history.add(event(subject, "rated", "b0002", OptionalDouble.of(5), 6));
    return BookshopTown.inOrder(history);
  }

  private EventLine event(
      String subject, String event, String item, OptionalDouble value, int daysAgo) {
    Instant at = end.minus(Duration.ofDays(daysAgo));
    return new EventLine(subject, event, item, value, Optional.of(at), 0);
  }

  private List<EventLine> history(
      String subject, int wanted, BookshopShelf first, BookshopShelf second) {
    Taste taste = Taste.of(new int[] {first.place(), second.place()}, chance);
    Person person = new Person(subject, Side.HARBOUR, taste);
    return BookshopTown.inOrder(new BookshopVisits(person, window, chance, end).events(wanted));
  }
}
