package org.aboveboard.fairness.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.aboveboard.fairness.calibration.Calibration;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.variety.Similarity;
import org.junit.jupiter.api.Test;

final class MarginalGainTest {
  private static final double[] WANTED = {.5, .3, .2};
  private static final Similarity SAME_PARITY = (one, other) -> one % 2 == other % 2 ? 1 : 0;
  private static final Ranking FOUR =
      Ranking.of(
          new Candidate(0, "x", 10),
          new Candidate(2, "x", 9),
          new Candidate(1, "y", 8),
          new Candidate(4, "z", 0));

  /// ŝ is 1, .9, .8 and 0. With λ = .5 the second place goes to item 1, .4 − 0, before item 2, .45
  /// − .5. In the model's unit item 1 keeps its 8, and item 2 would have 9 − 10.
  @Test
  void mmrByHand() {
    var moved = new MarginalGain(List.of(new DiversityGain(.5, SAME_PARITY))).rerank(FOUR, 3);
    assertThat(moved.order()).containsExactly(0, 1, 2);
    assertThat(moved.items()).extracting(Reranked.Placed::places).containsExactly(0, 1, -1);
    assertThat(scored(moved, 1).rankedBy()).isEqualTo(8);
    assertThat(scored(moved, 2).rankedBy()).isEqualTo(-1);
    assertThat(scored(moved, 2).adjustments()).containsExactly(new Adjustment(Rule.DIVERSITY, -10));
  }

  /// 500 people chose item 0 and nobody the others: ln 501 costs it more than its lead.
  @Test
  void popularityCosts() {
    var gain = new PopularityGain(.1, item -> item == 0 ? 500 : 0);
    var moved = new MarginalGain(List.of(gain)).rerank(FOUR, 4);
    assertThat(moved.order()).containsExactly(2, 1, 0, 4);
    assertThat(scored(moved, 2).adjustments().getFirst().amount())
        .isCloseTo(-Math.log(501) / 9 * 10, within(1e-9));
  }

  /// Half a person's wish is for either topic; once item 0 covers the first, item 2 adds nothing.
  @Test
  void xquadCoversWhatIsWantedOnce() {
    IntFunction<double[]> topics = item -> item == 1 ? new double[] {0, 1} : new double[] {1, 0};
    var gain = CoverageGain.of(.5, new double[] {.5, .5}, topics);
    assertThat(gain.of(0)).isEqualTo(.5);
    assertThat(gain.with(0).of(2)).isZero();
    assertThat(gain.with(0).of(1)).isEqualTo(.5);
    assertThat(new MarginalGain(List.of(gain)).rerank(FOUR, 3).order()).containsExactly(0, 1, 2);
  }

  /// The mean over twenty lists falls with every λ. A single list may rise a little on the way, as
  /// the greedy choice is not the best there is.
  @Test
  void steckLowersTheDivergenceMonotonicallyInLambda() {
    double before = Double.MAX_VALUE;
    for (double lambda : new double[] {0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .99}) {
      double mean = IntStream.range(0, 20).mapToDouble(seed -> divergence(lambda, seed)).sum() / 20;
      assertThat(mean).as("lambda " + lambda).isLessThan(before);
      before = mean;
    }
    assertThat(before).isLessThan(.01);
  }

  @Test
  void scoreAndAdjustmentsAreTheScoreItIsRankedBy() {
    for (int seed = 0; seed < 50; seed++) {
      var ranking = ranking(seed);
      var gains =
          List.<Gain>of(
              CalibrationGain.of(.2, WANTED, MarginalGainTest::categories, PositionWeights.log()),
              new DiversityGain(.1, SAME_PARITY),
              CoverageGain.of(.1, WANTED, MarginalGainTest::categories),
              new PopularityGain(.01, item -> item));
      var moved = new MarginalGain(gains).rerank(ranking, 10);
      assertThat(moved.items()).hasSize(10);
      for (int place = 0; place < 10; place++) {
        var move = scored(moved, place);
        double sum = move.score();
        for (var adjustment : move.adjustments()) {
          sum += adjustment.amount();
        }
        assertThat(move.rankedBy()).as("seed " + seed).isEqualTo(sum);
        assertThat(move.score()).isEqualTo(moved.items().get(place).candidate().score());
        assertThat(move.adjustments()).hasSize(4);
      }
    }
  }

  @Test
  void withoutGainsTheOrderIsTheModels() {
    var moved = new MarginalGain(List.of()).rerank(ranking(3), 200);
    assertThat(moved.items()).allMatch(placed -> placed.places() == 0);
    assertThat(moved.swaps()).isZero();
    assertThat(new MarginalGain(List.of()).rerank(Ranking.of(), 5).items()).isEmpty();
  }

  @Test
  void theModelKeepsSomeWeightAndCategoriesFitWhatIsWanted() {
    var all = List.<Gain>of(new DiversityGain(1, SAME_PARITY));
    assertThatThrownBy(() -> new MarginalGain(all)).hasMessageContaining("leave the model some");
    var coverage = CoverageGain.of(.5, new double[] {1}, MarginalGainTest::categories);
    assertThatThrownBy(() -> coverage.of(0)).hasMessageContaining("3 categories where 1");
    var calibration =
        CalibrationGain.of(
            .5, new double[] {1}, MarginalGainTest::categories, PositionWeights.log());
    assertThatThrownBy(() -> calibration.of(0)).hasMessageContaining("3 categories where 1");
    var nan = List.<Gain>of(new DiversityGain(Double.NaN, SAME_PARITY));
    assertThatThrownBy(() -> new MarginalGain(nan)).hasMessageContaining("weights");
  }

  private static Move.Scored scored(Reranked moved, int place) {
    return (Move.Scored) moved.items().get(place).move();
  }

  private static double divergence(double lambda, int seed) {
    var gain =
        CalibrationGain.of(lambda, WANTED, MarginalGainTest::categories, PositionWeights.log());
    var moved = new MarginalGain(List.of(gain)).rerank(ranking(seed), 20);
    var mix =
        Calibration.mix(
            PositionWeights.log().first(20),
            moved.order().stream().map(MarginalGainTest::categories).toList());
    return Calibration.STECK.kl(WANTED, mix).known().orElseThrow();
  }

  private static double[] categories(int item) {
    return switch (item % 4) {
      case 0 -> new double[] {1, 0, 0};
      case 1 -> new double[] {.5, .5, 0};
      case 2 -> new double[] {0, .5, .5};
      default -> new double[] {0, 0, 1};
    };
  }

  /// 150 candidates, of which those of the first category have the higher scores.
  private static Ranking ranking(int seed) {
    var random = new SplittableRandom(seed);
    var candidates = new ArrayList<Candidate>();
    for (int item = 0; item < 150; item++) {
      double score = random.nextDouble() + categories(item)[0];
      candidates.add(new Candidate(item, "c" + item % 4, score));
    }
    return new Ranking(candidates);
  }
}
