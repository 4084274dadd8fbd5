package org.aboveboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.rights.Job;

/// Erasure *online*: from the call until the job says done, at a shop of 12,000 items.
///
/// Each person is erased alone, one after the other; of each step the time is noted at which it is
/// first seen in the job. The people and items are those of a file of lines `user,item,event`
/// (packed or not; only `view` is taken), or without one 15,000 made-up people.
///
/// Usage: `ErasureBench PEOPLE PAUSE_MS [FILE]`, with the system property `aboveboard.root`; the
/// pause is between the end of one erasure and the beginning of the next.
public final class ErasureBench {
  private static final int ITEMS = 12_000;
  private static final int MADE_UP = 15_000;
  private static final int CHUNK = 2_000;

  private final House house;
  private final Premises premises;
  private final SortedMap<String, List<Long>> steps = new TreeMap<>();

  private ErasureBench(Premises premises) {
    this.premises = premises;
    this.house = premises.house();
  }

  public static void main(String... arguments) throws Exception {
    int people = Integer.parseInt(arguments[0]);
    Duration pause = Duration.ofMillis(Long.parseLong(arguments[1]));
    SortedMap<Integer, List<Integer>> rows =
        arguments.length > 2 ? read(Path.of(arguments[2])) : madeUp();
    try (Premises premises = Premises.open()) {
      ErasureBench bench = new ErasureBench(premises);
      bench.fill(rows);
      bench.erase(rows.keySet().stream().limit(people).toList(), pause);
    }
  }

  private static SortedMap<Integer, List<Integer>> read(Path file) throws IOException {
    SortedMap<Integer, List<Integer>> rows = new TreeMap<>();
    try (var bytes = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> line.endsWith(",view"))
          .map(line -> line.split(",", -1))
          .forEach(line ->
              rows.computeIfAbsent(Integer.parseInt(line[0]), _ -> new ArrayList<>())
                  .add(Integer.parseInt(line[1])));
    }
    return rows;
  }

  private static SortedMap<Integer, List<Integer>> madeUp() {
    var random = new SplittableRandom(12);
    SortedMap<Integer, List<Integer>> rows = new TreeMap<>();
    for (int person = 0; person < MADE_UP; person++) {
      rows.put(
          person,
          random.doubles(56).mapToInt(d -> (int) (ITEMS * d * d)).distinct().boxed().toList());
    }
    return rows;
  }

  private void fill(SortedMap<Integer, List<Integer>> rows) throws InterruptedException {
    long from = System.nanoTime();
    int items = rows.values().stream().flatMap(Collection::stream).mapToInt(i -> i).max().orElse(0);
    List<ItemPut> all = new ArrayList<>();
    for (int i = 0; i <= items; i++) {
      all.add(item(i));
    }
    house.catalogue().put(all);
    house.learn().hold();
    List<String> names = rows.keySet().stream().map(ErasureBench::name).toList();
    for (int at = 0; at < names.size(); at += CHUNK) {
      var some = house.subjects().enrol(names.subList(at, Math.min(names.size(), at + CHUNK)));
      house
          .consents()
          .bring(some.values(), premises.suggestions(), Evidence.IMPORTED, Instant.now(), "bench");
    }
    EventType viewed =
        house.declaration().now().policy().events().stream()
            .filter(type -> type.id().equals("viewed"))
            .findFirst()
            .orElseThrow();
    List<Arrival> arrivals = new ArrayList<>();
    rows.forEach((person, seen) -> {
      seen.forEach(item -> arrivals.add(arrival(viewed, person, item)));
      if (arrivals.size() >= CHUNK) {
        house.collect().take(arrivals);
        arrivals.clear();
      }
    });
    house.collect().take(arrivals);
    house.pools().tidy();
    house.learn().release();
    while (house.learn().progress().pending() > 0 || !house.learn().progress().isReady()) {
      Thread.sleep(100);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d people, %,d items, %,d rows; ready after %.0f s; %s%n",
        rows.size(),
        items + 1,
        rows.values().stream().mapToInt(List::size).sum(),
        (System.nanoTime() - from) / 1e9,
        house.learn().progress());
  }

  private static ItemPut item(int i) {
    return new ItemPut(
        "i" + i, "Item " + i, Optional.empty(), List.of(), Map.of(), Optional.empty(), true);
  }

  private static Arrival arrival(EventType type, int person, int item) {
    Instant now = Instant.now();
    return new Arrival(
        person + "-" + item,
        name(person),
        type,
        List.of("i" + item),
        Map.of(),
        now,
        now,
        OptOuts.none(),
        false);
  }

  private void erase(List<Integer> people, Duration pause) throws InterruptedException {
    List<long[]> took = new ArrayList<>();
    long begin = System.nanoTime();
    for (int person : people) {
      took.add(new long[] {erase(name(person))});
      Thread.sleep(pause);
    }
    Took all = Took.of(took, (System.nanoTime() - begin) / 1e9);
    System.out.println("erasure online: " + all.words());
    steps.forEach((step, times) ->
        System.out.println(
            "  until "
                + step
                + ": "
                + Took.of(times.stream().map(time -> new long[] {time}).toList(), all.seconds())
                    .words()));
  }

  private long erase(String name) {
    long from = System.nanoTime();
    Job job = house.rights().erase().begin(name).orElseThrow();
    int seen = 0;
    while (!job.state().equals("done")) {
      if (job.state().equals("failed") || System.nanoTime() - from > 120_000_000_000L) {
        throw new IllegalStateException("the erasure is not done: " + job);
      }
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      job = house.rights().erase().find(job.id()).orElseThrow();
      for (; seen < job.steps().size(); seen++) {
        steps
            .computeIfAbsent(seen + " " + job.steps().get(seen).name(), _ -> new ArrayList<>())
            .add(System.nanoTime() - from);
      }
    }
    return System.nanoTime() - from;
  }

  private static String name(int person) {
    return "u:" + person;
  }
}
