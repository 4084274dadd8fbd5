package org.aboveboard.fairness.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InequalityTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /// The mean is 2, the variance with n is 1: the coefficient of variation is 1/2 and half its
  /// square 1/8. T is (½·ln½ + 3/2·ln 3/2)/2, L is −(ln½ + ln 3/2)/2, and equally spread √3 would
  /// do.
  @Test
  void oneAndThreeCanBeFollowedByHand() {
    var two = Inequality.of(Sample.of(1, 3));
    close(two.coefficientOfVariation(), 0.5);
    close(two.generalizedEntropy(2), 0.125);
    close(two.theilT(), (0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2);
    close(two.theilL(), -(Math.log(0.5) + Math.log(1.5)) / 2);
    close(two.atkinson(1), 1 - Math.sqrt(3) / 2);
    close(two.atkinson(2), 1 - 1.5 / 2);
    close(two.atkinson(0.5), 1 - Math.pow((1 + Math.sqrt(3)) / 2, 2) / 2);
    close(two.atkinson(0), 0);
  }

  /// Everybody alike has none of it, whatever the scale, and one who has all has the most there is.
  @Test
  void theEdgesAreWhatTheyShouldBe() {
    for (double scale : new double[] {1e-300, 0.1, 1e308}) {
      var alike = Inequality.of(Sample.of(scale, scale, scale));
      for (double alpha : new double[] {-1, 0, 0.3, 1, 2, 5}) {
        close(alike.generalizedEntropy(alpha), 0);
      }
      close(alike.atkinson(3), 0);
    }
    var alone = Inequality.of(Sample.of(0, 0, 0, 1e308));
    close(alone.theilT(), Math.log(4));
    close(alone.generalizedEntropy(2), 1.5);
    close(alone.atkinson(1), 1);
    close(alone.atkinson(7), 1);
    close(alone.atkinson(0.5), 0.75);
  }

  @Test
  void whatIsWithoutBoundsOrOfNothingIsNoNumber() {
    var withZero = Inequality.of(Sample.of(0, 1));
    assertThat(withZero.theilL()).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(withZero.generalizedEntropy(-1)).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(Inequality.of(Sample.of()).theilT()).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(Inequality.of(Sample.of()).atkinson(1)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    for (var zeros : List.of(Inequality.of(Sample.of(0, 0)))) {
      var none = Figure.none(Figure.Why.SHARE_OF_NOTHING);
      assertThat(zeros.theilT()).isEqualTo(none);
      assertThat(zeros.coefficientOfVariation()).isEqualTo(none);
      assertThat(zeros.atkinson(1)).isEqualTo(none);
    }
  }

  @Test
  void lossesAndSenselessParametersAreRefused() {
    var two = Inequality.of(Sample.of(1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> Inequality.of(Sample.of(1, -1)));
    assertThatIllegalArgumentException().isThrownBy(() -> two.generalizedEntropy(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> two.atkinson(-0.1));
  }

  /// The weights of Shorrocks: within is the groups' own entropy, each by its people and its mean
  /// to the power of alpha. Between and within add up.
  @Test
  void whatLiesWithinIsTheGroupsOwnWeighted() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new SplittableRandom(seed);
      var groups = List.of(sample(random), sample(random), sample(random));
      double[] all = groups.stream().flatMapToDouble(g -> Arrays.stream(g.values())).toArray();
      double mean = Arrays.stream(all).average().orElseThrow();
      for (double alpha : new double[] {-1, 0, 0.4, 0.6, 1, 2, 3}) {
        var split = Inequality.of(groups);
        double within = 0;
        for (var group : groups) {
          within +=
              (double) group.size()
                  / all.length
                  * Math.pow(group.mean().known().orElseThrow() / mean, alpha)
                  * Inequality.of(group).generalizedEntropy(alpha).known().orElseThrow();
        }
        close(split.within(alpha), within);
        close(split.generalizedEntropy(alpha), within + split.between(alpha).known().orElseThrow());
        close(
            Inequality.of(Sample.of(all)).generalizedEntropy(alpha),
            within + split.between(alpha).known().orElseThrow());
      }
    }
  }

  /// Entropy and aversion pass through 0 and 1 without a jump.
  @Test
  void nothingJumpsAtTheLimits() {
    var sample = Inequality.of(Sample.of(1, 2, 3, 4));
    for (double step : new double[] {1e-9, -1e-9, 1e-15, -1e-15}) {
      assertThat(sample.generalizedEntropy(1 + step).known())
          .hasValueCloseTo(0.10644013528622318, within(1e-8));
      assertThat(sample.generalizedEntropy(step).known())
          .hasValueCloseTo(0.12177727428716865, within(1e-8));
      assertThat(sample.atkinson(1 + step).known())
          .hasValueCloseTo(0.11465446423974268, within(1e-8));
    }
  }

  private static Sample sample(SplittableRandom random) {
    return Sample.of(random.doubles(1 + random.nextInt(9), 0.1, 5).toArray());
  }

  private static void close(Figure figure, double expected) {
    assertThat(figure.known()).hasValueCloseTo(expected, CLOSE);
  }
}
