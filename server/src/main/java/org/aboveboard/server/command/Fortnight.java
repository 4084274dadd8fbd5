package org.aboveboard.server.command;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.House;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.demo.Bookshop;
import org.aboveboard.server.demo.Bookshop.Book;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.BookshopRow;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.simulate.Days;
import org.aboveboard.server.simulate.Nights;

/// The two weeks before a demonstration begins. Each day some of the bookshop's people come and are
/// shown what is watched, by the server as it is, and act by their taste; each night passes as
/// ever.
///
/// So before anybody looks, the monitors have found what is unfair in the shop's past, and the
/// correction has done what it may.
final class Fortnight {
  private static final int DAYS = 14;
  private static final int GUESTS = 60;
  private static final int AT_ONCE = 16;
  private static final long ODD = 0x9e3779b97f4a7c15L;

  private final House house;
  private final Days days;
  private final List<Person> people;
  private final Map<String, Book> books;

  /// @param days the time in the house
  /// @param shop who may come, if the house knows them, and what they like
  Fortnight(House house, Days days, Bookshop shop) {
    this.house = house;
    this.days = days;
    this.people = known(house, shop.people());
    this.books = shop.books().stream().collect(toMap(Book::id, identity()));
  }

  private static List<Person> known(House house, List<Person> people) {
    Set<String> known =
        house.consentStore().known(people.stream().map(Person::subject).toList()).keySet();
    return people.stream().filter(person -> known.contains(person.subject())).toList();
  }

  /// When it has to begin, so that its last morning is not later than now.
  static Instant before(Instant now) {
    return now.minus(Duration.ofDays(DAYS)).minus(Duration.ofHours(12));
  }

  /// Lets it pass.
  void pass() {
    new Volunteers(house, people).answer();
    for (int day = 0; day < DAYS; day++) {
      come(day);
      new Nights(house, days).pass();
    }
  }

  private void come(int day) {
    try (ExecutorService doors = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int guest = day * GUESTS; guest < (day + 1) * GUESTS; guest++) {
        Person person = people.get(guest % people.size());
        SplittableRandom chance = new SplittableRandom(ODD * (guest + 1));
        doors.execute(() -> watched().forEach(surface -> visit(person, surface, chance)));
      }
    }
  }

  private Policy policy() {
    return house.declaration().now().policy();
  }

  private List<Surface> watched() {
    return policy().monitors().stream()
        .map(Monitor::surface)
        .distinct()
        .flatMap(id -> policy().surface(id).stream())
        .toList();
  }

  private void visit(Person person, Surface surface, SplittableRandom chance) {
    Wish wish = Wish.of(surface, Optional.of(person.subject()));
    List<Book> shown =
        house.recommend().answer(wish).record().picks().stream().map(this::book).toList();
    List<Arrival> arrivals = new ArrayList<>();
    for (EventLine event : new BookshopRow(shown).seenBy(person, days.instant(), chance)) {
      type(event).ifPresent(type -> arrivals.add(arrival(event, type)));
    }
    house.collect().take(arrivals);
  }

  private Book book(Pick pick) {
    return house
        .catalogue()
        .find(pick.item())
        .flatMap(item -> Optional.ofNullable(books.get(item.id())))
        .orElseThrow();
  }

  private Optional<EventType> type(EventLine event) {
    return policy().events().stream().filter(type -> type.id().equals(event.event())).findFirst();
  }

  private Arrival arrival(EventLine event, EventType type) {
    return new Arrival(
        "visit:" + days.instant() + ":" + event.subject() + ":" + event.event() + event.item(),
        event.subject(),
        type,
        List.of(event.item()),
        Map.of(),
        days.instant(),
        days.instant(),
        OptOuts.none(),
        false);
  }
}
