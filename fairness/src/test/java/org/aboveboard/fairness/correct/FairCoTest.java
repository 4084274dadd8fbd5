package org.aboveboard.fairness.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.junit.jupiter.api.Test;

/// Two groups of five items each. The scores of group a are a little higher, so that without
/// correction it takes nearly all the top places, for a little more merit.
final class FairCoTest {
  private static final int REQUESTS = 20_000;
  private static final double LOOSE = 1e6;

  @Test
  void unfairnessFallsLikeOneOverTheRequests() {
    assertThat(slope(run(new FairCo(.1, LOOSE), 1))).isCloseTo(-1, within(.2));
    assertThat(slope(run(new FairCo(.1, LOOSE), 2))).isCloseTo(-1, within(.2));
  }

  @Test
  void withoutItUnfairnessStays() {
    var unfairness = run(new FairCo(0, LOOSE), 1);
    assertThat(slope(unfairness)).isCloseTo(0, within(.05));
    assertThat(unfairness.getLast()).isGreaterThan(.2);
  }

  @Test
  void whereTheClampBindsUnfairnessStaysBoundedAndBelowNoCorrection() {
    var clamped = run(new FairCo(.1, .02), 1);
    var off = run(new FairCo(0, LOOSE), 1);
    var loose = run(new FairCo(.1, LOOSE), 1);
    assertThat(clamped).allMatch(d -> d <= off.getFirst() + .1);
    assertThat(clamped.getLast()).isBetween(loose.getLast() * 5, off.getLast());
  }

  @Test
  void noItemPassesOneThatIsBetterByMoreThanTheClamp() {
    var standing = standing(1_000, 600, 100);
    for (long seed = 0; seed < 500; seed++) {
      var ranking = ranking(new SplittableRandom(seed));
      var order = new FairCo(5, .1).rerank(ranking, standing).items();
      for (int i = 1; i < order.size(); i++) {
        double above = order.get(i - 1).candidate().score();
        double below = order.get(i).candidate().score();
        assertThat(below - above)
            .as("seed " + seed)
            .isLessThanOrEqualTo(.1 * ranking.spread() + 1e-12);
      }
    }
  }

  /// After 10 requests a has 6 for a merit of 3, b has 1 for 2: err of b is 10·(2 − .5) = 15, and λ
  /// = .02 adds .3.
  @Test
  void theAdjustmentIsLambdaTimesErr() {
    var standing = standing(10, 6, 1);
    assertThat(standing.err("b")).isCloseTo(15, within(1e-12));
    assertThat(standing.err("a")).isZero();
    assertThat(standing.unfairness()).isEqualTo(Figure.of(1.5));
    var ranking = Ranking.of(new Candidate(1, "a", .9), new Candidate(2, "b", .7));
    var moved = new FairCo(.02, LOOSE).rerank(ranking, standing);
    assertThat(moved.order()).containsExactly(2, 1);
    assertThat(moved.items().getFirst().places()).isEqualTo(1);
    var move = (Move.Scored) moved.items().getFirst().move();
    assertThat(move.rankedBy()).isCloseTo(1.0, within(1e-12));
    assertThat(move.adjustments()).extracting(Adjustment::rule).containsExactly(Rule.FAIR_CO);
    assertThat(new FairCo(0, 1).rerank(ranking, standing).items())
        .allMatch(placed -> placed.places() == 0);
  }

  @Test
  void aGroupWhoseMeritIsNotKnownIsNotCorrected() {
    var ranking = Ranking.of(new Candidate(1, "a", 1), new Candidate(2, "new", .9));
    assertThat(new FairCo(1, 1).rerank(ranking, Standing.START).order()).containsExactly(1, 2);
    assertThat(standing(10, 6, 1).err("new")).isZero();
    assertThat(Standing.START.unfairness()).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    assertThat(new FairCo(1, 1).rerank(Ranking.of(), Standing.START).items()).isEmpty();
  }

  @Test
  void anAlarmRampsUpAndAClearingRampsDownWithinTheEnvelope() {
    var ramp = Ramp.of(new Ramp.Envelope(0, .05, .02, .01, .1));
    assertThat(ramp.fairCo()).isEqualTo(new FairCo(0, .1));
    var up = ramp.next(true).next(true).next(true).next(true);
    assertThat(up.lambda()).isEqualTo(.05);
    assertThat(up.next(false).lambda()).isCloseTo(.04, within(1e-12));
    for (int i = 0; i < 9; i++) {
      up = up.next(false);
    }
    assertThat(up.lambda()).isZero();
    assertThatThrownBy(() -> new Ramp.Envelope(.1, .05, 1, 1, 1)).hasMessageContaining("envelope");
    assertThatThrownBy(() -> new Ramp(ramp.envelope(), .06)).hasMessageContaining("0.05");
    assertThatThrownBy(() -> new FairCo(Double.NaN, 1)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Candidate(3, "a", Double.NaN)).hasMessageContaining("not scored");
  }

  /// The mean unfairness between 2^n and 2^(n+1) requests, from 64 on.
  private static List<Double> run(FairCo fairCo, long seed) {
    var random = new SplittableRandom(seed);
    var standing = Standing.START;
    var means = new ArrayList<Double>();
    double sum = 0;
    for (int request = 1; request <= REQUESTS; request++) {
      var shown = fairCo.rerank(ranking(random), standing).groups();
      standing =
          standing.after(shown, PositionWeights.log(), Split.of(Map.of("a", 2.75, "b", 2.5)));
      sum += standing.unfairness().known().orElse(0);
      if (Integer.bitCount(request) == 1) {
        means.add(sum / Math.max(1, request / 2));
        sum = 0;
      }
    }
    return means.subList(7, means.size());
  }

  private static Ranking ranking(SplittableRandom random) {
    var candidates = new ArrayList<Candidate>();
    for (int item = 0; item < 10; item++) {
      double score = .5 + .1 * random.nextDouble() + (item < 5 ? .05 : 0);
      candidates.add(new Candidate(item, item < 5 ? "a" : "b", score));
    }
    return new Ranking(candidates);
  }

  private static Standing standing(long requests, double a, double b) {
    return new Standing(
        requests,
        new TreeMap<>(Map.of("a", new Standing.Tally(a, 3), "b", new Standing.Tally(b, 2))));
  }

  /// The slope of the line through (ln requests, ln unfairness), a step being a doubling.
  private static double slope(List<Double> unfairness) {
    int n = unfairness.size();
    double mean = unfairness.stream().mapToDouble(Math::log).average().orElseThrow();
    double middle = (n - 1) / 2.0;
    double across = 0;
    double along = 0;
    for (int i = 0; i < n; i++) {
      across += (i - middle) * (Math.log(unfairness.get(i)) - mean);
      along += (i - middle) * (i - middle);
    }
    return across / along / Math.log(2);
  }
}
