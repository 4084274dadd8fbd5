package org.aboveboard.server.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossTest {
  @Test
  void theIntervalIsTheNormalOneOfPairedDifferences() {
    var loss = Loss.of(new double[] {1, 1, 0, 1}, new double[] {0, 1, 0, 1});
    assertThat(loss.with()).isEqualTo(0.75);
    assertThat(loss.mean()).isEqualTo(0.25);
    // the deviation of 1, 0, 0, 0 is 0.5, and over the root of four people 0.25
    assertThat(loss.high()).isCloseTo(0.25 + 1.959964 * 0.25, within(1e-6));
    assertThat(loss.low()).isCloseTo(0.25 - 1.959964 * 0.25, within(1e-6));
    assertThat(loss.isNone()).isFalse();
  }

  @Test
  void whatChangesNothingIsNoLossAndWhatGuessesNothingShowsNothing() {
    assertThat(Loss.of(new double[] {1, 0}, new double[] {1, 0}).isNone()).isTrue();
    assertThat(Loss.of(new double[] {0, 0}, new double[] {0, 0}).isNone()).isFalse();
  }

  @Test
  void fewPeopleProveNothing() {
    assertThat(Loss.of(new double[] {1, 0, 1}, new double[] {1, 1, 0}).isNone()).isFalse();
  }

  /// The interval holds the true mean about as often as it says.
  @Test
  void theIntervalHoldsTheTruthNinetyFiveTimesInAHundred() {
    int seed = 3;
    var random = new SplittableRandom(seed);
    int holds = 0;
    for (int run = 0; run < 2_000; run++) {
      double[] with = new double[200];
      double[] without = new double[200];
      for (int person = 0; person < with.length; person++) {
        with[person] = random.nextInt(10) < 6 ? 1 : 0;
        without[person] = random.nextInt(10) < 5 ? 1 : 0;
      }
      var loss = Loss.of(with, without);
      holds += loss.low() <= 0.1 && 0.1 <= loss.high() ? 1 : 0;
    }
    assertThat(holds / 2_000.0).as("seed %d", seed).isBetween(0.93, 0.97);
  }
}
