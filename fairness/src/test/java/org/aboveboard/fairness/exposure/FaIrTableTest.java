package org.aboveboard.fairness.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Against the tables and probabilities that the authors' own program gives.
final class FaIrTableTest {
  @Test
  void theUnadjustedTableIsThatOfTheAuthors() {
    var table = FaIrTable.unadjusted(20, .25, .1);
    assertThat(table.minima())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3);
    assertThat(table.failProbability()).isCloseTo(.14689, within(5e-6));
  }

  @Test
  void theAdjustedTableIsThatOfTheAuthors() {
    var table = FaIrTable.adjusted(20, .25, .1);
    assertThat(table.minima())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
    assertThat(table.failProbability()).isCloseTo(.10515, within(5e-6));
    assertThat(table.significance()).isLessThan(.1);
  }

  /// At one place the group must have it if p > 1 − α; the list fails when it is drawn otherwise.
  @Test
  void onePlaceCanBeWorkedOutByHand() {
    var table = FaIrTable.unadjusted(1, .95, .1);
    assertThat(table.minima()).containsExactly(1);
    assertThat(table.failProbability()).isCloseTo(.05, within(1e-12));
  }

  @Test
  void drawnListsFailAsOftenAsTheRecursionSays() {
    var table = FaIrTable.adjusted(40, .3, .1);
    var random = new SplittableRandom(7);
    int fails = 0;
    for (int i = 0; i < 20_000; i++) {
      var list = Stream.generate(() -> random.nextDouble() < .3).limit(40).toList();
      fails += table.isFair(list) ? 0 : 1;
    }
    assertThat(fails / 20_000.0).isCloseTo(table.failProbability(), within(.008));
  }

  @Test
  void adjustingBringsTheProbabilityNearAlpha() {
    for (double p : new double[] {.05, .25, .5, .8, .95}) {
      for (int k : new int[] {1, 10, 50, 100}) {
        var adjusted = FaIrTable.adjusted(k, p, .1);
        double before = Math.abs(FaIrTable.unadjusted(k, p, .1).failProbability() - .1);
        assertThat(Math.abs(adjusted.failProbability() - .1))
            .as("k " + k + " p " + p)
            .isLessThanOrEqualTo(before);
      }
    }
  }

  @Test
  void aListFailsAtThePrefixThatHasTooFew() {
    var table = new FaIrTable(List.of(0, 1, 1), .5, .1);
    assertThat(table.isFair(List.of(false, true, false))).isTrue();
    assertThat(table.isFair(List.of(false, false, true))).isFalse();
    assertThatThrownBy(() -> table.isFair(List.of(true, true, true, true)))
        .hasMessageContaining("for 4 places");
    assertThatThrownBy(() -> FaIrTable.adjusted(10, Double.NaN, .1))
        .hasMessageContaining("between 0 and 1");
  }
}
