package org.aboveboard.server.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.aboveboard.models.Row;
import org.aboveboard.policy.Balance;
import org.junit.jupiter.api.Test;

/// What counts beside the model moves a list where it should, says so, and stays in its loss.
final class BalancedTest {
  private static final int N = 10;
  private static final int POOL = 60;
  private static final long[] SEEDS = LongStream.range(0, 100).toArray();
  private static final List<String> NAMES = List.of("sea", "crime", "history");

  /// The person chose what is of the sea, and nothing else.
  private static final Row OWN = Row.of(0, 3, 6);

  private static List<String> categories(int item) {
    return List.of(NAMES.get(item % NAMES.size()));
  }

  /// The lower its number, the more people chose it.
  private static long chosenBy(int item) {
    return 1000 / (item + 1L);
  }

  private static final Kinds KINDS =
      new Kinds(OWN, BalancedTest::categories, BalancedTest::chosenBy);

  private static Lines ranked(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Line> lines = new ArrayList<>();
    for (int item = 10; item < 10 + POOL; item++) {
      lines.add(Line.of(item, item % 2 == 0 ? "large" : "small", random.nextDouble()));
    }
    lines.sort((a, b) -> Double.compare(b.score(), a.score()));
    return new Lines(lines);
  }

  private static List<Line> shown(Balance weights, Lines lines) {
    return new Balanced(weights, weights.loss(), KINDS).of(lines, N).first(N);
  }

  private static long ofTheSea(List<Line> shown) {
    return shown.stream().filter(line -> categories(line.item()).contains("sea")).count();
  }

  private static double chosen(List<Line> shown) {
    return shown.stream().mapToDouble(line -> Math.log1p((double) chosenBy(line.item()))).sum();
  }

  private static long kinds(List<Line> shown) {
    return shown.stream()
        .limit(3)
        .flatMap(line -> categories(line.item()).stream())
        .distinct()
        .count();
  }

  @Test
  void eachWeightMovesWhatItIsFor() {
    long before = 0;
    long after = 0;
    for (long seed : SEEDS) {
      Lines lines = ranked(seed);
      List<Line> plain = lines.first(N);
      List<Line> calibrated = shown(new Balance(0.3, 0, 0, 1), lines);
      assertThat(ofTheSea(calibrated)).as("seed %d", seed).isGreaterThanOrEqualTo(ofTheSea(plain));
      before += ofTheSea(plain);
      after += ofTheSea(calibrated);
      assertThat(kinds(shown(new Balance(0, 0.3, 0, 1), lines)))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(kinds(plain));
      assertThat(chosen(shown(new Balance(0, 0, 0.3, 1), lines)))
          .as("seed %d", seed)
          .isLessThan(chosen(plain) + 1e-9);
    }
    assertThat(after).isGreaterThan(before + before / 6);
  }

  @Test
  void whatMovedSaysWhyAndTheSumsTellTheOrder() {
    int moved = 0;
    for (long seed : SEEDS) {
      Lines lines = ranked(seed);
      Lines done = new Balanced(new Balance(0.2, 0.1, 0.1, 0.2), 0.2, KINDS).of(lines, N);
      assertThat(done.ranking().candidates())
          .as("seed %d", seed)
          .extracting(one -> one.item())
          .containsExactlyElementsOf(done.all().stream().map(Line::item).toList());
      for (Step step : done.all().stream().flatMap(line -> line.steps().stream()).toList()) {
        assertThat(step.rule()).isIn("calibration", "mmr", "popularity");
        assertThat(step.amount()).isNotNegative();
        moved += step.places() > 0 ? 1 : 0;
      }
    }
    assertThat(moved).isGreaterThan(SEEDS.length);
  }

  @Test
  void aSumReachesWhatItIsToReachHoweverFarApartTheyAre() {
    for (long seed : SEEDS) {
      SplittableRandom random = new SplittableRandom(seed);
      double score = Math.scalb(random.nextDouble() - 0.5, random.nextInt(40) - 20);
      double least = Math.scalb(random.nextDouble() - 0.5, random.nextInt(40) - 20);
      Line line = Line.of(1, "", score).lifted(new Line.Lift("mmr", "", 1));
      assertThat(line.settled(least).rankedBy()).as("seed %d", seed).isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void whatIsNotMovedSaysNothing() {
    for (long seed : SEEDS) {
      Lines lines = ranked(seed);
      List<Integer> before = lines.all().stream().map(Line::item).toList();
      List<Line> done = new Balanced(new Balance(0.01, 0, 0, 1), 1, KINDS).of(lines, N).all();
      for (int place = 0; place < done.size() && done.get(place).steps().isEmpty(); place++) {
        assertThat(done.get(place).item()).as("seed %d", seed).isEqualTo(before.get(place));
      }
    }
  }

  @Test
  void noListLosesMoreThanWasDeclaredAlsoTogetherWithACorrection() {
    Standing far =
        Standing.START.after(
            Stream.generate(() -> "large").limit(N).toList(),
            PositionWeights.log(),
            Split.of(Map.of("small", 100.0, "large", 100.0)));
    for (long seed : SEEDS) {
      Lines lines = ranked(seed);
      Lines exposed = new Exposed(new FairCo(0.05, 2), far, 0.03).of(lines, N);
      Lines done = new Balanced(new Balance(0.3, 0.3, 0.3, 0.5), 0.03, KINDS).of(exposed, N);
      assertThat(done.loss(N)).as("seed %d", seed).isLessThanOrEqualTo(0.03);
      assertThat(new Balanced(new Balance(0.3, 0.3, 0.3, 0.05), 0.05, KINDS).of(lines, N).loss(N))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(0.05);
    }
  }

  @Test
  void ofAPersonWhoseKindsNobodyKnowsTheListStays() {
    Kinds nothing = new Kinds(Row.of(1), _ -> List.of(), _ -> 0);
    Lines lines = ranked(1);
    assertThat(new Balanced(new Balance(0.3, 0.3, 0.3, 1), 1, nothing).of(lines, N).first(N))
        .isEqualTo(lines.first(N));
  }
}
