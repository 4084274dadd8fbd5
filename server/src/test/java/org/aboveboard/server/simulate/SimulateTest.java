package org.aboveboard.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.alarm.Alarm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small runs of scenarios in real houses.
final class SimulateTest {
  private static final Path ROOT = Path.of(System.getProperty("aboveboard.root", ".."));

  private static final int ROUNDS = 14;

  /// The most NDCG that the bookshop's correction may cost a list.
  private static final double LOSS = 0.1;

  private static Simulation biased;

  private static Scenario scenario(int people, int rounds, double large, Happening happens) {
    return new Scenario(
        "small",
        "What happens?",
        "bookshop",
        "home-row",
        1,
        people,
        90,
        rounds,
        6,
        0.6,
        0.3,
        20,
        new Scenario.Start(6, large),
        happens);
  }

  private static ReadPolicy policy() throws Exception {
    return PolicyFiles.read(ROOT.resolve("policies/bookshop"));
  }

  /// One run alone.
  private static List<Round> run(Path folder, Happening happens) throws Exception {
    Scenario scenario = scenario(20, 6, 1, happens);
    Population population = Population.of(scenario);
    try (Simulated house = Simulated.open(folder, policy(), scenario, InstantSource.system())) {
      return said(new Course(scenario, population, house).run(Optional.empty()));
    }
  }

  private static List<Round> said(List<Round> rounds) {
    System.out.println("seed 1");
    rounds.forEach(System.out::println);
    return rounds;
  }

  @BeforeAll
  static void once() throws Exception {
    Scenario scenario = scenario(36, ROUNDS, 3, new Happening.Nothing());
    biased = new Simulate(scenario, policy(), Optional.empty(), InstantSource.system()).run();
    biased.sides().forEach(side -> said(side.rounds()));
  }

  private static Round last(Simulation.Side side) {
    return side.rounds().getLast();
  }

  @Test
  void withoutCorrectionABiasStays() {
    assertThat(biased.other().rounds())
        .allMatch(round -> round.exposure().getOrDefault("small", 0.0) < 0.8);
    assertThat(last(biased.other()).alarms()).isPositive();
  }

  /// As FairCo's proof has it: over τ days the groups are apart by no more than some C / τ.
  @Test
  void withCorrectionUnfairnessFallsLikeOneOverTheDays() {
    double first = biased.one().rounds().getFirst().unfairness();
    double most =
        biased.one().rounds().stream().mapToDouble(r -> r.round() * r.unfairness()).max().orElse(0);
    System.out.println("first " + first + ", most " + most);
    assertThat(most).isLessThan(5 * first);
    assertThat(biased.other().rounds().getLast().unfairness() * ROUNDS).isGreaterThan(7 * first);
  }

  @Test
  void whatCorrectionCostsStaysWithinItsEnvelope() {
    for (int k = 0; k < ROUNDS; k++) {
      assertThat(biased.one().rounds().get(k).accuracy())
          .as("day " + (k + 1))
          .isGreaterThan(biased.other().rounds().get(k).accuracy() - LOSS);
    }
  }

  @Test
  void nobodyIsShownLessGoodForIt() {
    assertThat(mean(biased.one())).isGreaterThan(mean(biased.other()) - 0.02);
  }

  private static double mean(Simulation.Side side) {
    return side.rounds().stream().mapToDouble(Round::utility).average().orElse(0);
  }

  @Test
  void qualityIsSpreadInTheSameWayOverBothSizes() {
    Population population = Population.of(scenario(36, ROUNDS, 3, new Happening.Nothing()));
    for (String size : Work.SIZES) {
      assertThat(
              population.works().stream()
                  .filter(work -> work.size().equals(size))
                  .mapToDouble(Work::quality)
                  .average()
                  .orElseThrow())
          .isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void whoStopsConsentingIsShownNothingPersonalAndTheOthersStillAre(@TempDir Path folder)
      throws Exception {
    List<Round> rounds = run(folder, new Happening.Stops("hill", 4, 1));
    assertThat(rounds.get(2).personal()).isGreaterThan(0.9);
    Round after = rounds.get(3);
    assertThat(after.personal()).isBetween(0.4, 0.5);
    assertThat(after.utilityOf().getOrDefault("hill", 1.0))
        .isLessThan(rounds.get(2).utilityOf().getOrDefault("hill", 0.0));
  }

  @Test
  void madeUpAccountsPushAnItemIntoLists(@TempDir Path folder) throws Exception {
    List<Round> rounds = run(folder, new Happening.Pushes(4, 18, 5));
    double before = rounds.get(2).pushed().orElseThrow();
    assertThat(rounds.get(3).pushed().orElseThrow()).isGreaterThan(before + 0.05);
  }

  @Test
  void anItemThatMadeUpAccountsPushRaisesOneAlarmAndNothingDoesWithoutThem(
      @TempDir Path pushed, @TempDir Path clean) throws Exception {
    assertThat(leaning(pushed, new Happening.Pushes(3, 20, 5)))
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.what()).contains("leans on few accounts").contains("20 of the ");
          assertThat(alarm.cause()).startsWith("loop:item:");
        });
    assertThat(leaning(clean, new Happening.Nothing())).isEmpty();
  }

  /// The alarms about items that lean on few accounts, after some days.
  private static List<Alarm> leaning(Path folder, Happening happens) throws Exception {
    Scenario scenario =
        new Scenario(
            "pushed",
            "What happens?",
            "bookshop",
            "home-row",
            4,
            60,
            150,
            6,
            6,
            0.6,
            0.3,
            20,
            new Scenario.Start(12, 1),
            happens);
    try (Simulated house = Simulated.open(folder, policy(), scenario, InstantSource.system())) {
      new Course(scenario, Population.of(scenario), house).run(Optional.empty());
      return house.open().stream().filter(one -> one.what().contains("few accounts")).toList();
    }
  }
}
