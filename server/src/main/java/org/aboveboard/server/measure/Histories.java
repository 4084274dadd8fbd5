package org.aboveboard.server.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.Refusal;

/// The histories of a data set that are measured on, and how much of it they are.
///
/// @param items how many items are in them, numbered from nought
/// @param seen the kinds of act that are in them
/// @param allPeople in the data set
/// @param allItems that the chosen people touched
record Histories(List<History> people, int items, long seen, int allPeople, int allItems) {

  /// Reads a data set twice: who is in it, and what those did who were chosen.
  static Histories read(
      DataSet data,
      Kinds kinds,
      Needs.Bounds bounds,
      Consumer<Refusal> refused,
      RandomGenerator random) {
    var names = new LinkedHashSet<String>();
    data.events(act -> note(names, kinds, act), refused);
    var chosen = new ArrayList<>(names);
    if (chosen.size() > bounds.people()) {
      Collections.shuffle(chosen, asRandom(random));
      chosen.subList(bounds.people(), chosen.size()).clear();
    }
    var reading = new Reading(kinds, chosen);
    data.events(reading::take, _ -> {});
    return reading.histories(names.size(), bounds.items());
  }

  private static void note(Set<String> names, Kinds kinds, EventLine act) {
    if (kinds.of(act) != 0) {
      names.add(act.subject());
    }
  }

  private static Random asRandom(RandomGenerator random) {
    return Random.from(random);
  }

  /// Gathers what some people did, while it is read.
  private static final class Reading {
    private final Kinds kinds;
    private final Map<String, SortedMap<Integer, Long>> acts = new LinkedHashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private long seen;

    Reading(Kinds kinds, List<String> people) {
      this.kinds = kinds;
      people.forEach(person -> acts.put(person, new TreeMap<>()));
    }

    void take(EventLine act) {
      long kind = kinds.of(act);
      var person = acts.get(act.subject());
      if (kind != 0 && person != null) {
        int item = items.computeIfAbsent(act.item(), _ -> items.size());
        person.merge(item, kind, (one, other) -> one | other);
        seen |= kind;
      }
    }

    Histories histories(int allPeople, int mostItems) {
      var people = acts.values().stream().map(Reading::history).toList();
      int[] held = new int[items.size()];
      people.forEach(person -> person.items().forEach(item -> held[item]++));
      int[] head =
          IntStream.range(0, held.length)
              .boxed()
              .sorted((one, other) -> Integer.compare(held[other], held[one]))
              .limit(mostItems)
              .mapToInt(item -> item)
              .sorted()
              .toArray();
      int[] numbers = new int[held.length];
      Arrays.fill(numbers, -1);
      IntStream.range(0, head.length).forEach(at -> numbers[head[at]] = at);
      return new Histories(
          people.stream().map(p -> p.only(item -> numbers[item] >= 0, numbers)).toList(),
          head.length,
          seen,
          allPeople,
          held.length);
    }

    private static History history(SortedMap<Integer, Long> acts) {
      return new History(
          acts.keySet().stream().mapToInt(item -> item).toArray(),
          acts.values().stream().mapToLong(kinds -> kinds).toArray());
    }
  }
}
