package org.aboveboard.fairness.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Divergence;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
  private static final double[] ROMANCE = {1, 0};
  private static final double[] ACTION = {0, 1};

  /// Steck's example: a history of 70 romances and 30 action films.
  @Test
  void aListOfNothingButRomancesIsFarFromAHistoryThatHasAction() {
    var p = Calibration.mix(new double[] {70, 30}, List.of(ROMANCE, ACTION));
    assertThat(p).containsExactly(new double[] {.7, .3}, within(1e-15));
    assertThat(Calibration.STECK.kl(p, ROMANCE).known())
        .hasValueCloseTo(.7 * Math.log(.7 / .997) + .3 * Math.log(100), within(1e-12));
    assertThat(Calibration.STECK.kl(p, ROMANCE).known())
        .hasValueCloseTo(1.133981751353524, within(1e-12));
    assertThat(Calibration.hellinger(p, ROMANCE)).isCloseTo(0.4041534033828299, within(1e-12));
    assertThat(Calibration.STECK.kl(p, p).known()).hasValueCloseTo(0.0, within(1e-15));
  }

  @Test
  void jensenShannonIsThatOfAnotherProgram() {
    assertThat(Divergence.js(new double[] {.9, .1}, new double[] {.5, .5}))
        .isCloseTo(0.14679310243605215, within(1e-12));
    assertThat(Calibration.js(new double[] {.5, .3, .2}, new double[] {.2, .3, .5}))
        .isCloseTo(0.0958156020033584, within(1e-12));
    assertThat(Divergence.js(ROMANCE, ACTION)).isCloseTo(1, within(1e-15));
    assertThat(Divergence.hellinger(ROMANCE, ACTION)).isCloseTo(1, within(1e-15));
  }

  @Test
  void klIsThatOfAnotherProgramAndUnboundedOnesAreNone() {
    assertThat(Divergence.kl(new double[] {.6, .3, .1}, new double[] {.2, .3, .5}).known())
        .hasValueCloseTo(0.49822358195745564, within(1e-12));
    assertThat(Divergence.kl(ROMANCE, ACTION)).isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  @Test
  void noDivergenceIsNegativeAndCalibrationIsBounded() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new SplittableRandom(seed);
      var p = shares(random);
      var q = shares(random);
      assertThat(Calibration.STECK.kl(p, q).known().orElseThrow())
          .as("seed " + seed)
          .isBetween(0.0, -Math.log(.01) + 1e-12);
      assertThat(Divergence.js(p, q))
          .as("seed " + seed)
          .isCloseTo(Divergence.js(q, p), within(1e-12));
    }
  }

  @Test
  void whatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> Divergence.js(new double[] {2, 1}, ROMANCE))
        .hasMessageContaining("divide each by the sum");
    assertThatThrownBy(() -> Divergence.js(new double[] {Double.NaN, 1}, ROMANCE))
        .hasMessageContaining("divide each by the sum");
    assertThatThrownBy(() -> Calibration.STECK.kl(new double[] {1}, ROMANCE))
        .hasMessageContaining("the same categories");
    assertThatThrownBy(() -> Calibration.mix(new double[0], List.of()))
        .hasMessageContaining("leave out who has no items");
    assertThatThrownBy(() -> new Calibration(0)).hasMessageContaining(".01");
  }

  private static double[] shares(SplittableRandom random) {
    var amounts = random.doubles(5).map(x -> x < .3 ? 0 : x).toArray();
    amounts[random.nextInt(5)] += 1;
    double total = DoubleStream.of(amounts).sum();
    return DoubleStream.of(amounts).map(amount -> amount / total).toArray();
  }
}
