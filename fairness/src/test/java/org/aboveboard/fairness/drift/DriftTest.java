package org.aboveboard.fairness.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.junit.jupiter.api.Test;

class DriftTest {
  /// Shares of .5/.5 before and .6/.4 now: .1·ln 1.2 + (−.1)·ln .8 = .0405; χ² with one degree of
  /// freedom is 3.841 at .95, so with 100 and 100 the threshold is 2/100·3.841 = .0768.
  @Test
  void aWorkedExampleOfTheStabilityIndex() {
    var stability = PopulationStability.of(new long[] {50, 50}, new long[] {60, 40});
    assertThat(number(stability.index())).isCloseTo(0.1 * Math.log(1.5), within(1e-15));
    assertThat(number(stability.nullThreshold())).isCloseTo(0.07682918, within(1e-8));
    assertThat(stability.isSmoothed()).isFalse();
  }

  @Test
  void theNullThresholdIsExceededByChanceInOneOfTwentyLooksAndTheFolkOnesAreNot() {
    var random = new SplittableRandom(5);
    int over = 0;
    int folk = 0;
    for (int look = 0; look < 2_000; look++) {
      var stability = PopulationStability.of(draw(random, 2_000), draw(random, 1_000));
      over += number(stability.index()) > number(stability.nullThreshold()) ? 1 : 0;
      folk += number(stability.index()) > PopulationStability.FOLK_LITTLE ? 1 : 0;
    }
    System.out.print(
        String.format(
            Locale.ROOT,
            "PSI without drift: over its null threshold rate %.4f, over .1 rate %.4f%n",
            over / 2_000.0,
            folk / 2_000.0));
    assertThat(over / 2_000.0).isBetween(0.03, 0.07);
    assertThat(folk).isZero();
  }

  @Test
  void emptyBinsAreSmoothedAndWhatIsNothingHasNoIndex() {
    assertThat(PopulationStability.of(new long[] {5, 0, 5}, new long[] {5, 5, 0}).isSmoothed())
        .isTrue();
    assertThat(PopulationStability.of(new long[] {5, 0, 5}, new long[] {6, 0, 4}).isSmoothed())
        .isFalse();
    assertThat(PopulationStability.of(new long[2], new long[] {1, 1}).index())
        .isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(PopulationStability.of(new long[] {3}, new long[] {4}).index())
        .isEqualTo(Figure.none(Figure.Why.CONSTANT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PopulationStability.of(new long[2], new long[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PopulationStability.of(new long[] {-1, 2}, new long[2]));
  }

  @Test
  void binsHaveEqualSharesAndTiesStayTogether() {
    var bins = Bins.ofEqualShare(Sample.of(1, 2, 3, 4, 5, 6, 7, 8), 4);
    assertThat(bins.count(Sample.of(1, 2, 3, 4, 5, 6, 7, 8))).containsExactly(2, 2, 2, 2);
    assertThat(bins.count(Sample.of(-5, 3, 99))).containsExactly(1, 1, 0, 1);
    assertThat(Bins.ofEqualShare(Sample.of(0, 0, 0, 0, 1, 2), 3).count(Sample.of(0, 1, 2)))
        .containsExactly(1, 2);
  }

  /// {1, 2, 3} against {2, 3, 4}: apart by a third. Two samples without a common range: by 1.
  @Test
  void aWorkedExampleOfKolmogorovSmirnov() {
    var near = KolmogorovSmirnov.of(Sample.of(1, 2, 3), Sample.of(2, 3, 4));
    assertThat(number(near.distance())).isCloseTo(1 / 3.0, within(1e-15));
    var far =
        KolmogorovSmirnov.of(
            Sample.of(1, 2, 3, 4, 5, 6, 7, 8), Sample.of(11, 12, 13, 14, 15, 16, 17, 18));
    assertThat(number(far.distance())).isEqualTo(1);
    assertThat(number(far.p())).isCloseTo(2 * Math.exp(-2 * 2.175 * 2.175), within(1e-8));
    var same = Sample.of(3, 3, 3);
    assertThat(KolmogorovSmirnov.of(same, same))
        .isEqualTo(new KolmogorovSmirnov(Figure.of(0), Figure.of(1)));
    assertThat(KolmogorovSmirnov.of(Sample.of(), same).p())
        .isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  @Test
  void theDivergenceIsZeroForTheSameAndOneForNothingInCommon() {
    assertThat(JensenShannon.divergence(new long[] {1, 2}, new long[] {3, 6}))
        .isEqualTo(Figure.of(0));
    assertThat(JensenShannon.divergence(new long[] {1, 0}, new long[] {0, 4}))
        .isEqualTo(Figure.of(1));
    // (1, 0) and (½, ½): ½·log₂(4/3) + ½·(½·log₂(2/3) + ½·log₂ 2)
    double expected = 0.5 * Math.log(4 / 3.0) + 0.25 * (Math.log(2 / 3.0) + Math.log(2));
    assertThat(number(JensenShannon.divergence(new long[] {4, 0}, new long[] {2, 2})))
        .isCloseTo(expected / Math.log(2), within(1e-15));
    assertThat(JensenShannon.divergence(new long[] {0}, new long[] {1}))
        .isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  @Test
  void newcomersAndUnknownsAreShares() {
    assertThat(Newcomers.share(Set.of("a"), Map.of("a", 3L, "b", 1L))).isEqualTo(Figure.of(0.25));
    assertThat(Newcomers.share(Set.of("a"), Map.of()))
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
    assertThat(Newcomers.unknown(1, 8)).isEqualTo(Figure.of(0.125));
    assertThatIllegalArgumentException().isThrownBy(() -> Newcomers.unknown(2, 1));
  }

  private static long[] draw(SplittableRandom random, int values) {
    var counts = new long[10];
    for (int value = 0; value < values; value++) {
      counts[random.nextInt(10)]++;
    }
    return counts;
  }

  private static double number(Figure figure) {
    return figure.known().orElseThrow();
  }
}
