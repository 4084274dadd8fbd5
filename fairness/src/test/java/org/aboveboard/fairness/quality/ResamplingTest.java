package org.aboveboard.fairness.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Interval;
import org.aboveboard.fairness.Sample;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(400, 0.95);

  /// Of the 20 ways to deal 1, 2, 3 and 11, 12, 13, only the one that was seen and its mirror are
  /// as far apart: p comes close to 2/20.
  @Test
  void thePermutationTestCountsTheDealsThatAreAsExtreme() {
    var verdict =
        new PermutationTest(20_000)
            .test(Sample.of(1, 2, 3), Sample.of(11, 12, 13), new SplittableRandom(1));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Tested.class,
            tested -> {
              assertThat(tested.statistic()).isCloseTo(-10 / Math.sqrt(2 / 3.0), within(1e-12));
              assertThat(tested.p()).isCloseTo(0.1, within(0.01));
            });
  }

  @Test
  void aPermutationTestNeverSaysThatPIsZero() {
    var verdict =
        new PermutationTest(99)
            .test(numbers(0, 50), numbers(1_000, 1_050), new SplittableRandom(2));
    assertThat(((Verdict.Tested) verdict).p()).isEqualTo(0.01);
  }

  @Test
  void theSameSeedGivesTheSameVerdict() {
    var test = new PermutationTest(500);
    assertThat(test.test(Plants.CONTROL, Plants.TWO, new SplittableRandom(3)))
        .isEqualTo(test.test(Plants.CONTROL, Plants.TWO, new SplittableRandom(3)));
  }

  /// Small group wide, large group narrow: that is where a test of plain differences goes wrong.
  @Test
  void alikeMeansOfUnlikeSpreadAreRejectedAsOftenAsItSays() {
    long seed = 20260802;
    var random = new SplittableRandom(seed);
    var test = new PermutationTest(199);
    int rejected = 0;
    for (int run = 0; run < 1_000; run++) {
      var verdict = test.test(normal(random, 15, 4), normal(random, 60, 1), random);
      rejected += verdict instanceof Verdict.Tested(_, double p) && p <= 0.05 ? 1 : 0;
    }
    assertThat(rejected / 1_000.0).as("seed " + seed).isBetween(0.025, 0.085);
  }

  @Test
  void whatCannotBeDealtSaysWhy() {
    var test = new PermutationTest(9);
    var random = new SplittableRandom(4);
    assertThat(test.test(Sample.of(1), Plants.ONE, random))
        .isEqualTo(Verdict.none(Figure.Why.TOO_FEW));
    assertThat(test.test(Sample.of(1, 1), Sample.of(2, 2), random))
        .isEqualTo(Verdict.none(Figure.Why.CONSTANT));
    assertThat(test.test(Sample.of(1, 1), Sample.of(1, 2), random))
        .isInstanceOf(Verdict.Tested.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new PermutationTest(0));
  }

  /// Of ten values and more, the interval is close to that of the normal distribution.
  @Test
  void theBootstrapHoldsTheMeanAsOftenAsItSays() {
    long seed = 20260803;
    var random = new SplittableRandom(seed);
    int held = 0;
    for (int run = 0; run < 400; run++) {
      var interval = (Interval.Between) BOOTSTRAP.mean(normal(random, 40, 1), random);
      held += interval.holds(0) ? 1 : 0;
    }
    assertThat(held / 400.0).as("seed " + seed).isBetween(0.90, 0.98);
  }

  @Test
  void theBootstrapOfConstantGroupsIsAPoint() {
    var random = new SplittableRandom(5);
    var groups = List.of(Sample.of(1, 1, 1), Sample.of(3, 3));
    assertThat(BOOTSTRAP.gap(groups, random)).isEqualTo(Interval.between(2, 2));
    assertThat(BOOTSTRAP.difference(groups.getFirst(), groups.getLast(), random))
        .isEqualTo(Interval.between(-2, -2));
  }

  @Test
  void whatCannotBeDrawnSaysWhy() {
    var random = new SplittableRandom(6);
    assertThat(BOOTSTRAP.mean(Sample.of(1), random)).isEqualTo(Interval.none(Figure.Why.TOO_FEW));
    assertThat(BOOTSTRAP.gap(List.of(Plants.ONE), random))
        .isEqualTo(Interval.none(Figure.Why.ONE_GROUP));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(1_000, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bootstrap(100, 0.95))
        .withMessageContaining("400 times");
  }

  private static Sample numbers(int from, int to) {
    return Sample.of(IntStream.range(from, to).asDoubleStream().toArray());
  }

  private static Sample normal(SplittableRandom random, int people, double spread) {
    var values = new double[people];
    for (int i = 0; i < people; i++) {
      values[i] = random.nextGaussian() * spread;
    }
    return Sample.of(values);
  }
}
