package org.aboveboard.server.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.monitor.Reading.Person;
import org.aboveboard.server.monitor.ShownStore.Caused;
import org.aboveboard.server.monitor.ShownStore.Look;
import org.aboveboard.server.monitor.ShownStore.Noes;
import org.aboveboard.server.monitor.ShownStore.Which;
import org.aboveboard.server.monitor.ShownStore.Window;
import org.aboveboard.server.monitor.Sorting.Outcome;
import org.aboveboard.server.monitor.Sorting.Sorted;

/// Reads an epoch for a monitor: one observation for each person who agreed that it is measured.
final class Readings {
  private final ShownStore store;
  private final Catalogue catalogue;
  private final Sorting sorting;
  private final InstantSource clock;

  Readings(ShownStore store, Catalogue catalogue, Sorting sorting, InstantSource clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.sorting = sorting;
    this.clock = clock;
  }

  /// What was read of an epoch; nothing where another version of the policy came meanwhile.
  Optional<Reading> read(InForce inForce, Watched watched, long epoch) {
    Epochs epochs = watched.epochs();
    Window window =
        new Window(
            watched.surface(),
            epochs.begins(epoch),
            epochs.ends(epoch),
            epochs.closes(),
            watched.monitor().outcome() == Monitor.Outcome.ACTED,
            ShownStore.Which.PERSONAL);
    return within(inForce, asking -> read(asking, watched, window));
  }

  /// Reads several things as they were at one moment; nothing where another version of the policy
  /// came meanwhile.
  <T> Optional<T> within(InForce inForce, Function<Asking, T> reading) {
    return store.look(look ->
        look.version() == inForce.index()
            ? Optional.of(reading.apply(new Asking(inForce, look)))
            : Optional.empty());
  }

  private Reading read(Asking asking, Watched watched, Window window) {
    Map<Long, List<Shown>> byPerson = asking.byPerson(window);
    return switch (watched.whom()) {
      case Watched.Whom.Providers(Groups groups) -> {
        Shares shares = Shares.of(groups, catalogue.items());
        yield exposed(shares, target(asking, groups, shares, window), byPerson);
      }
      case Watched.Whom.People(Segment segment) -> acted(segment, byPerson);
    };
  }

  private Map<String, Double> target(Asking asking, Groups groups, Shares shares, Window window) {
    return switch (groups.target()) {
      case CATALOGUE -> shares.ofCatalogue();
      case CONSUMPTION -> shares.of(asking.used(window.surface(), window.to()));
    };
  }

  private static Reading exposed(
      Shares shares, Map<String, Double> target, Map<Long, List<Shown>> byPerson) {
    List<Person> people = new ArrayList<>();
    byPerson
        .values()
        .forEach(lists -> shares.seenBy(lists).map(Person::new).ifPresent(people::add));
    return new Reading(target, people, byPerson.size() - people.size(), 0);
  }

  private Reading acted(Segment segment, Map<Long, List<Shown>> byPerson) {
    List<Outcome> outcomes = new ArrayList<>();
    byPerson.forEach((subject, lists) ->
        outcomes.add(
            new Outcome(
                subject, lists.stream().filter(Shown::acted).count() / (double) lists.size())));
    List<Sorted> sorted =
        sorting.sort(segment, outcomes).stream()
            .filter(one -> segment.answers().containsKey(one.answer()))
            .toList();
    List<Person> people =
        sorted.stream().map(one -> new Person(Map.of(one.answer(), one.value()))).toList();
    return new Reading(Map.of(), people, 0, outcomes.size() - people.size());
  }

  /// Asks for grants, each just before it is used.
  final class Asking {
    private final InForce inForce;
    private final Look look;

    Asking(InForce inForce, Look look) {
      this.inForce = inForce;
      this.look = look;
    }

    /// Everybody's lists of a window, in the order in which each person was shown their first.
    Map<Long, List<Shown>> byPerson(Window window) {
      Map<Long, List<Shown>> byPerson = new LinkedHashMap<>();
      for (Shown one : shown(window)) {
        byPerson.computeIfAbsent(one.subject(), _ -> new ArrayList<>()).add(one);
      }
      return byPerson;
    }

    List<Shown> shown(Window window) {
      return grants(
              window.surface(),
              (grant, all) -> {
                all.addAll(look.shown(inForce, grant, window));
                return all;
              },
              new ArrayList<Shown>())
          .stream()
          .sorted(Comparator.comparingLong(Shown::number))
          .toList();
    }

    /// How many people did something with each item before a day.
    Map<Integer, Long> used(Surface surface, LocalDate before) {
      return grants(
          surface,
          (grant, all) -> {
            look.used(inForce, grant, before)
                .forEach((item, people) -> all.merge(item, people, Long::sum));
            return all;
          },
          new HashMap<>());
    }

    Caused caused(Surface surface, LocalDate day) {
      return grants(
          surface,
          (grant, all) -> all.and(look.caused(inForce, grant, surface, day)),
          Caused.NOTHING);
    }

    /// Everybody's lists of a day, one line for each person, with nobody's name.
    List<List<Integer>> lists(Window window) {
      List<List<Integer>> lists = new ArrayList<>();
      byPerson(window)
          .values()
          .forEach(own -> lists.add(own.stream().flatMap(one -> one.items().stream()).toList()));
      lists.addAll(unnamed(window, window.which()));
      return lists;
    }

    List<List<Integer>> unasked(Window window) {
      return look.unnamed(inForce.number(window.surface()), window.from(), Which.PERSONAL);
    }

    private List<List<Integer>> unnamed(Window window, Which which) {
      return which == Which.HOLDOUT
          ? look.unnamed(inForce.number(window.surface()), window.from(), which)
          : List.of();
    }

    Noes noes() {
      return look.noes();
    }

    private <T> T grants(Surface surface, BiFunction<Grant, T, T> reading, T nothing) {
      T all = nothing;
      Policy policy = inForce.policy();
      long index = look.last();
      for (String id : surface.purposes()) {
        Purpose purpose = policy.purpose(id).orElseThrow();
        for (String agreed : policy.agreements(purpose)) {
          Optional<Grant> grant = grant(policy, purpose, agreed, index);
          if (grant.isPresent()) {
            all = reading.apply(grant.get(), all);
          }
        }
      }
      return all;
    }

    private Optional<Grant> grant(Policy policy, Purpose purpose, String agreed, long index) {
      Instant now = clock.instant();
      PopulationQuestion question = new PopulationQuestion(purpose, agreed, Use.AUDIT, index);
      return switch (policy.decide(question, now)) {
        case Decision.Allow(Grant grant, _) -> Optional.of(grant);
        case Decision.Deny _ -> Optional.empty();
      };
    }
  }
}
