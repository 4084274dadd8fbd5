package org.aboveboard.server.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.fairness.correct.FairCo;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.junit.jupiter.api.Test;

/// What is done to a list is said of it, to the last place, and stays inside what was declared.
final class LinesTest {
  private static final int N = 10;
  private static final long[] SEEDS = LongStream.range(0, 200).toArray();
  private static final Map<String, Double> HALVES = Map.of("small", 0.5, "large", 0.5);

  /// Large ones score better by what a history of more exposure does to them.
  private static Lines ranked(SplittableRandom random, int size) {
    List<Line> lines = new ArrayList<>();
    for (int item = 0; item < size; item++) {
      boolean isLarge = random.nextBoolean();
      double score = random.nextDouble() + (isLarge ? 0.5 : 0);
      lines.add(Line.of(item, isLarge ? "large" : "small", score));
    }
    lines.sort((a, b) -> Double.compare(b.score(), a.score()));
    return new Lines(lines);
  }

  private static Standing after(Standing standing, List<Line> shown) {
    List<String> groups = shown.stream().map(Line::group).toList();
    double attention = IntStream.rangeClosed(1, N).mapToDouble(PositionWeights.log()::at).sum();
    Map<String, Double> merit = new TreeMap<>(HALVES);
    merit.replaceAll((_, share) -> share * attention);
    return standing.after(groups, PositionWeights.log(), Split.of(merit));
  }

  private static Standing run(double lambda, int lists, double loss) {
    Standing standing = Standing.START;
    for (int list = 0; list < lists; list++) {
      Lines lines = ranked(new SplittableRandom(list), 60);
      Lines done = new Exposed(new FairCo(lambda, 1), standing, loss).of(lines, N);
      standing = after(standing, done.first(N));
    }
    return standing;
  }

  @Test
  void withCorrectionTheGapFallsAndWithoutItStays() {
    double off = run(0, 400, 1).unfairness().known().orElseThrow();
    double soon = run(0.01, 100, 1).unfairness().known().orElseThrow();
    double late = run(0.01, 400, 1).unfairness().known().orElseThrow();
    assertThat(off).isGreaterThan(0.5);
    assertThat(soon).isLessThan(off / 2);
    // like 1/τ: four times the lists, about a quarter of the gap
    assertThat(late).isLessThan(soon / 2.5);
  }

  @Test
  void noListLosesMoreThanWasDeclared() {
    Standing far = run(0, 400, 1);
    for (long seed : SEEDS) {
      Lines lines = ranked(new SplittableRandom(seed), 60);
      Lines done = new Exposed(new FairCo(0.05, 2), far, 0.03).of(lines, N);
      assertThat(loss(lines, done)).as("seed %d", seed).isLessThanOrEqualTo(0.03);
    }
  }

  private static double loss(Lines before, Lines after) {
    double best = 0;
    double now = 0;
    for (int r = 0; r < N; r++) {
      best += before.all().get(r).score() * PositionWeights.log().at(r + 1);
      now += after.all().get(r).score() * PositionWeights.log().at(r + 1);
    }
    return (best - now) / best;
  }

  @Test
  void stepsAddUpToAnOrderAndSayHowFarEachMoved() {
    Standing far = run(0, 50, 1);
    for (long seed : SEEDS) {
      SplittableRandom random = new SplittableRandom(seed);
      Lines lines = ranked(random, 60);
      Lines done = new Exposed(new FairCo(0.002, 0.5), far, 1).of(lines, N);
      Lines least = new Least(Map.of("small", 0.5)).of(done, N);
      List<Line> shown = new Draw(0.5, random).of(least, N).lines().first(N);
      for (int r = 1; r < shown.size(); r++) {
        assertThat(shown.get(r - 1).rankedBy())
            .as("seed %d place %d", seed, r)
            .isGreaterThanOrEqualTo(shown.get(r).rankedBy() - 1e-12);
      }
      shown.forEach(line ->
          assertThat(line.steps()).as("seed %d", seed).allMatch(step -> step.amount() >= 0));
    }
  }

  @Test
  void theFirstPlacesHaveTheirShares() {
    Map<String, Double> shares = Map.of("small", 0.4, "large", 0.4);
    for (long seed : SEEDS) {
      Lines lines = ranked(new SplittableRandom(seed), 60);
      List<Line> shown = new Least(shares).of(lines, N).first(N);
      for (String group : shares.keySet()) {
        for (int k = 1; k <= N; k++) {
          List<Line> first = shown.subList(0, k);
          long count = first.stream().filter(line -> line.group().equals(group)).count();
          assertThat(count).as("seed %d prefix %d", seed, k).isGreaterThanOrEqualTo((int) (.4 * k));
        }
      }
    }
  }

  @Test
  void nothingIsLostWhereALineIsNotMoved() {
    Lines lines = ranked(new SplittableRandom(1), 5);
    assertThat(new Least(Map.of("small", 0.3)).of(lines, N).all()).hasSize(5);
    assertThat(new Least(Map.of("small", 0.3)).of(new Lines(List.of()), N).all()).isEmpty();
    assertThat(new Draw(1, new SplittableRandom(1)).of(lines, N).lines()).isEqualTo(lines);
    assertThat(new Caps(Map.of(), _ -> List.of("x")).of(lines)).isEqualTo(lines);
  }

  @Test
  void aListHasNoMoreOfACategoryThanItsCap() {
    Lines lines = ranked(new SplittableRandom(2), 60);
    Caps caps = new Caps(Map.of("diets", 1), item -> item % 2 == 0 ? List.of("diets") : List.of());
    List<Line> shown = caps.of(lines).first(N);
    assertThat(shown).hasSize(N);
    assertThat(shown.stream().filter(line -> line.item() % 2 == 0)).hasSize(1);
  }

  @Test
  void chanceKeepsItsBudgetAndTellsHowLikelyItWas() {
    Lines lines = ranked(new SplittableRandom(3), 60);
    SplittableRandom random = new SplittableRandom(4);
    Map<Integer, Integer> places = new HashMap<>();
    int drawn = 0;
    int lists = 20_000;
    for (int list = 0; list < lists; list++) {
      Draw.Drawn one = new Draw(0.1, random).of(lines, N);
      List<Line> shown = one.lines().first(N);
      assertThat(shown).hasSize(N).doesNotHaveDuplicates();
      List<Line> lucky = shown.stream().filter(line -> !line.steps().isEmpty()).toList();
      assertThat(lucky.size()).isLessThanOrEqualTo(1);
      assertThat(one.propensity()).isEqualTo(lucky.isEmpty() ? 0.9 : 0.1 / N / 50);
      lucky.forEach(line -> places.merge(shown.indexOf(line), 1, Integer::sum));
      drawn += lucky.size();
    }
    // five standard errors of a share of a tenth
    assertThat(drawn / (double) lists).isBetween(0.0894, 0.1106);
    assertThat(places).hasSize(N);
  }
}
