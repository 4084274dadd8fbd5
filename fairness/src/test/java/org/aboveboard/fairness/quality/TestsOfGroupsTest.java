package org.aboveboard.fairness.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.junit.jupiter.api.Test;

class TestsOfGroupsTest {
  private static final List<Function<List<Sample>, Verdict>> TESTS =
      List.of(groups -> Anova.of(groups).test(), WelchAnova::test, KruskalWallis::test);

  /// R 4: F value 4.846, Pr(>F) 0.0159.
  @Test
  void anovaOfPlantsIsThatOfR() {
    assertTested(Anova.of(Plants.ALL).test(), 4.846088, 0.01590996);
    assertThat(Anova.of(Plants.ALL).etaSquared().known())
        .hasValueCloseTo(0.2641482968, within(1e-10));
    assertThat(Anova.of(Plants.ALL).omegaSquared().known())
        .hasValueCloseTo(0.2040788460, within(1e-10));
  }

  /// R 4, oneway.test: F = 5.181, num df = 2.000, denom df = 17.128, p-value = 0.01739.
  @Test
  void welchsAnovaOfPlantsIsThatOfR() {
    assertTested(WelchAnova.test(Plants.ALL), 5.180972, 0.01739282);
  }

  /// R 4, kruskal.test: chi-squared = 7.9882, df = 2, p-value = 0.01842; 4.17 stands there twice.
  @Test
  void kruskalWallisOfPlantsIsThatOfR() {
    assertTested(KruskalWallis.test(Plants.ALL), 7.988229, 0.01842376);
  }

  /// Ranks are 1, 2.5 and 4 for the one group, 2.5, 5 and 6 for the other: R = 7.5 and 13.5, H is
  /// 12/42·(7.5²/3 + 13.5²/3) − 21 = 12/7 over 1 − 6/210.
  @Test
  void kruskalWallisWithATieCanBeFollowedByHand() {
    var verdict = KruskalWallis.test(List.of(Sample.of(1, 2, 3), Sample.of(2, 4, 5)));
    assertThat(((Verdict.Tested) verdict).statistic())
        .isCloseTo(12 / 7.0 / (1 - 6 / 210.0), within(1e-12));
  }

  /// Groups 1, 2, 3 and 2, 3, 4: squares between are 1.5, within 4, so F = 1.5/(4/4).
  @Test
  void anovaCanBeFollowedByHand() {
    var anova = Anova.of(List.of(Sample.of(1, 2, 3), Sample.of(2, 3, 4)));
    assertThat(((Verdict.Tested) anova.test()).statistic()).isCloseTo(1.5, within(1e-12));
    assertThat(anova.etaSquared().known()).hasValueCloseTo(1.5 / 5.5, within(1e-12));
    assertThat(anova.omegaSquared().known()).hasValueCloseTo(0.5 / 6.5, within(1e-12));
  }

  @Test
  void whatCannotBeTestedSaysWhy() {
    for (var test : TESTS) {
      assertThat(test.apply(List.of())).isEqualTo(Verdict.none(Figure.Why.ONE_GROUP));
      assertThat(test.apply(List.of(Plants.ONE))).isEqualTo(Verdict.none(Figure.Why.ONE_GROUP));
      assertThat(test.apply(List.of(Plants.ONE, Sample.of())))
          .isEqualTo(Verdict.none(Figure.Why.TOO_FEW));
      assertThat(test.apply(List.of(Sample.of(0.1, 0.1, 0.1), Sample.of(0.1, 0.1, 0.1))))
          .isEqualTo(Verdict.none(Figure.Why.CONSTANT));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> test.apply(List.of(Plants.ONE, Sample.of(1e308, 1))))
          .withMessageContaining("larger units");
    }
    assertThat(Anova.of(List.of(Sample.of(1), Sample.of(2))).test())
        .isEqualTo(Verdict.none(Figure.Why.TOO_FEW));
    assertThat(Anova.of(List.of(Sample.of(1, 1), Sample.of(2, 2))).etaSquared())
        .isEqualTo(Figure.none(Figure.Why.CONSTANT));
    for (var narrow : List.of(Sample.of(0.1, 0.1, 0.1), Sample.of(1e-200, 2e-200))) {
      assertThat(WelchAnova.test(List.of(narrow, Plants.ONE)))
          .isEqualTo(Verdict.none(Figure.Why.CONSTANT));
    }
  }

  /// At 5 % each test rejects about one in twenty times where groups are alike; Welch's does where
  /// they differ in spread and size too.
  @Test
  void alikeGroupsAreRejectedAsOftenAsItSays() {
    long seed = 20260801;
    for (var test : TESTS) {
      assertThat(rejected(test, seed, 1)).as("seed " + seed).isBetween(0.03, 0.07);
    }
    assertThat(rejected(WelchAnova::test, seed, 5)).as("seed " + seed).isBetween(0.03, 0.07);
    assertThat(rejected(groups -> Anova.of(groups).test(), seed, 5)).isGreaterThan(0.1);
  }

  private static double rejected(Function<List<Sample>, Verdict> test, long seed, double spread) {
    var random = new SplittableRandom(seed);
    int rejected = 0;
    for (int run = 0; run < 2_000; run++) {
      var groups =
          List.of(normal(random, 30, 1), normal(random, 20, 1), normal(random, 10, spread));
      rejected += test.apply(groups) instanceof Verdict.Tested(_, double p) && p < 0.05 ? 1 : 0;
    }
    return rejected / 2_000.0;
  }

  private static Sample normal(SplittableRandom random, int people, double spread) {
    var values = new double[people];
    for (int i = 0; i < people; i++) {
      values[i] = random.nextGaussian() * spread;
    }
    return Sample.of(values);
  }

  private static void assertTested(Verdict verdict, double statistic, double p) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Tested.class,
            tested -> {
              assertThat(tested.statistic()).isCloseTo(statistic, within(5e-7));
              assertThat(tested.p()).isCloseTo(p, within(5e-9));
            });
  }
}
