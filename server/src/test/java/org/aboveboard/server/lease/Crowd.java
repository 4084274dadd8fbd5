package org.aboveboard.server.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aboveboard.server.House;
import org.aboveboard.server.lease.History.Kind;
import org.aboveboard.server.lease.History.Step;

/// Threads at both houses that give, withdraw and decide for the same few people, by chance.
final class Crowd {
  private static final int THREADS = 8;

  /// So many that nobody's history grows long: a decision reads all of it.
  private static final int OPERATIONS_FOR_EACH = 2_000;

  private static final int CHOICES_PERCENT = 5;

  private final Pair pair;
  private final long seed;
  private final int operations;
  private final int people;
  private final Decider decider;
  private final AtomicLong tick = new AtomicLong();

  /// How it is decided at a house whether a person's data may be used.
  interface Decider {
    boolean allows(Pair pair, House house, String name, Runnable pause);
  }

  Crowd(Pair pair, long seed, int operations, Decider decider) {
    this.pair = pair;
    this.seed = seed;
    this.operations = operations;
    this.people = Math.max(10, operations / OPERATIONS_FOR_EACH);
    this.decider = decider;
  }

  /// Does it all; answers what happened to each person.
  List<History> run() throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<List<History>>> parts = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        House house = pair.house(thread % 2);
        SplittableRandom random = new SplittableRandom(seed + thread);
        parts.add(() -> part(house, random));
      }
      List<History> all = people();
      for (Future<List<History>> part : threads.invokeAll(parts)) {
        List<History> done = part.get();
        for (int person = 0; person < people; person++) {
          all.get(person).addAll(done.get(person));
        }
      }
      return all;
    }
  }

  private List<History> people() {
    return Stream.generate(History::new).limit(people).toList();
  }

  private List<History> part(House house, SplittableRandom random) {
    List<History> histories = people();
    for (int i = 0; i < operations / THREADS; i++) {
      int person = random.nextInt(people);
      String name = "u:" + seed + "-" + person;
      History history = histories.get(person);
      if (random.nextInt(100) >= CHOICES_PERCENT) {
        decides(house, name, history, random);
      } else if (random.nextBoolean()) {
        gives(house, name, history);
      } else {
        withdraws(house, name, history);
      }
    }
    return histories;
  }

  /// The use is asked for when all has been read: what counts is when it begins.
  private void decides(House house, String name, History history, SplittableRandom random) {
    AtomicLong asked = new AtomicLong(tick.incrementAndGet());
    Runnable pause =
        () -> {
          // now and then, this person changes their mind elsewhere while the thread is held up
          if (random.nextInt(100) == 0) {
            withdraws(pair.other(house), name, history);
          }
          asked.set(tick.incrementAndGet());
        };
    if (decider.allows(pair, house, name, pause)) {
      history.add(new Step(Kind.ALLOWED, asked.get(), tick.incrementAndGet(), 0));
    }
  }

  private void gives(House house, String name, History history) {
    long asked = tick.incrementAndGet();
    long index = pair.gives(house, name);
    history.add(new Step(Kind.GIVE, asked, tick.incrementAndGet(), index));
  }

  private void withdraws(House house, String name, History history) {
    long asked = tick.incrementAndGet();
    long index = pair.withdraws(house, name);
    history.add(new Step(Kind.WITHDRAW, asked, tick.incrementAndGet(), index));
  }
}
