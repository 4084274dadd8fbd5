package org.aboveboard.server.simulate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.simulate.Measured.Happened;
import org.aboveboard.server.simulate.Simulated.Deed;
import org.aboveboard.server.simulate.Simulated.Shown;

/// One run of a scenario in one house, round by round.
///
/// Chance depends on the seed, the round and the person alone, so that two runs differ in nothing
/// but what the house did.
final class Course {
  private static final long ODD = 0x9e3779b97f4a7c15L;

  private final Scenario scenario;
  private final Population population;
  private final Simulated house;
  private final Measured measured;
  private final List<BitSet> has = new ArrayList<>();
  private final long[] counts;

  Course(Scenario scenario, Population population, Simulated house) {
    this.scenario = scenario;
    this.population = population;
    this.house = house;
    this.measured = new Measured(population);
    this.counts = new long[population.works().size()];
    population.people().forEach(_ -> has.add(new BitSet()));
  }

  /// Runs all rounds.
  ///
  /// @param next the policy that takes over on the way, if one does
  List<Round> run(Optional<ReadPolicy> next) throws PolicyFaults, InterruptedException {
    house.stock(population.works());
    house.enrol(population.people().stream().map(Person::name).toList());
    begin();
    List<Round> rounds = new ArrayList<>();
    for (int round = 1; round <= scenario.rounds(); round++) {
      house.nextDay();
      happens(round, next);
      rounds.add(round(round));
    }
    return rounds;
  }

  /// What people did before: they found things by themselves, and heard more of large publishers.
  private void begin() throws InterruptedException {
    List<Deed> deeds = new ArrayList<>();
    for (int person = 0; person < has.size(); person++) {
      SplittableRandom chance = chance(0, person);
      for (int k = 0; k < scenario.start().shown(); k++) {
        choosing(person).among(this::heardAtFirst, chance).ifPresent(add(deeds, person));
      }
    }
    house.take(deeds, population.works());
  }

  private double heardAtFirst(int work) {
    return population.works().get(work).isLarge() ? scenario.start().largeIsShown() : 1;
  }

  /// By themselves people find what they have heard of: a little of everything, and more of what
  /// was shown more.
  private double heard(int work) {
    double mean = (double) scenario.people() * scenario.listLength() / counts.length;
    return heardAtFirst(work) + measured.attention(work) / mean;
  }

  private SplittableRandom chance(int round, int person) {
    return new SplittableRandom(scenario.seed() + ODD * (1_000_003L * round + person + 1));
  }

  private Choosing choosing(int person) {
    return new Choosing(measured.utilities(person), has.get(person));
  }

  private IntConsumer add(List<Deed> deeds, int person) {
    return work -> {
      has.get(person).set(work);
      counts[work]++;
      deeds.add(new Deed(population.people().get(person).name(), work));
    };
  }

  private Round round(int round) throws InterruptedException {
    List<Shown> lists = new ArrayList<>();
    population.people().forEach(person -> lists.add(house.show(person.name())));
    List<BitSet> had = has.stream().map(one -> (BitSet) one.clone()).toList();
    long[] before = counts.clone();
    List<Deed> deeds = new ArrayList<>();
    int taken = 0;
    for (int person = 0; person < has.size(); person++) {
      taken += choose(round, person, lists.get(person), deeds) ? 1 : 0;
    }
    house.take(deeds, population.works());
    return measured.of(
        new Happened(round, lists, had, taken, pushed(), house.alarms()),
        before,
        scenario.seed() + round);
  }

  /// Answers whether something of the list was taken.
  private boolean choose(int round, int person, Shown shown, List<Deed> deeds) {
    SplittableRandom chance = chance(round, person);
    Choosing choosing = choosing(person);
    boolean isTaking = chance.nextDouble() < scenario.acceptance();
    OptionalInt taken = isTaking ? choosing.from(shown.places(), chance) : OptionalInt.empty();
    if (taken.isPresent()) {
      add(deeds, person).accept(taken.getAsInt());
    } else if (chance.nextDouble() < scenario.byThemselves()) {
      choosing.among(this::heard, chance).ifPresent(add(deeds, person));
    }
    return taken.isPresent();
  }

  private void happens(int round, Optional<ReadPolicy> next)
      throws PolicyFaults, InterruptedException {
    switch (scenario.happens()) {
      case Happening.Stops stops when stops.round() == round -> stop(stops);
      case Happening.Pushes pushes when pushes.round() == round -> push(pushes);
      case Happening.Changes changes when changes.round() == round && next.isPresent() ->
          house.apply(next.get());
      case Happening.Nothing _, Happening.Stops _, Happening.Pushes _, Happening.Changes _ -> {}
    }
  }

  private void stop(Happening.Stops stops) {
    List<Person> all =
        population.people().stream()
            .filter(person -> person.segment().equals(stops.segment()))
            .toList();
    all.stream()
        .limit(Math.round(stops.share() * all.size()))
        .forEach(person -> house.withdraw(person.name()));
  }

  /// New accounts act on the pushed work, and each on some that are well known.
  private void push(Happening.Pushes pushes) throws InterruptedException {
    List<String> names =
        IntStream.range(0, pushes.accounts()).mapToObj(k -> "u:pusher-" + k).toList();
    house.enrol(names);
    int target = target();
    int[] known =
        IntStream.range(0, counts.length)
            .filter(work -> work != target)
            .boxed()
            .sorted(Comparator.comparingLong((Integer work) -> -counts[work]))
            .mapToInt(Integer::intValue)
            .limit(pushes.fillers())
            .toArray();
    List<Deed> deeds = new ArrayList<>();
    for (String name : names) {
      deeds.add(new Deed(name, target));
      IntStream.of(known).forEach(work -> deeds.add(new Deed(name, work)));
    }
    house.take(deeds, population.works());
  }

  private OptionalInt pushed() {
    return switch (scenario.happens()) {
      case Happening.Pushes _ -> OptionalInt.of(target());
      case Happening.Nothing _, Happening.Stops _, Happening.Changes _ -> OptionalInt.empty();
    };
  }

  /// The work that does people least good.
  private int target() {
    return IntStream.range(0, counts.length)
        .boxed()
        .min(
            Comparator.comparingDouble(work ->
                IntStream.range(0, has.size()).mapToDouble(k -> measured.utilities(k)[work]).sum()))
        .orElseThrow();
  }
}
