package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExposureTest {
  @Test
  void equalExposureHasGiniZero() {
    assertThat(Exposure.of(7, 7, 7).gini()).hasValue(0);
  }

  @Test
  void oneItemAloneHasGiniOneLessItsShare() {
    assertThat(Exposure.of(0, 0, 0, 0, 9).gini()).hasValueCloseTo(0.8, within(1e-15));
  }

  /// The mean absolute difference over twice the mean is the other common definition.
  @Test
  void giniIsHalfTheRelativeMeanDifference() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new SplittableRandom(seed);
      var counts = random.longs(1 + random.nextInt(40), 0, 30).toArray();
      counts[0]++;
      double differences =
          LongStream.of(counts)
              .mapToDouble(one -> LongStream.of(counts).map(c -> Math.abs(c - one)).sum())
              .sum();
      double expected = differences / (2.0 * counts.length * LongStream.of(counts).sum());
      assertThat(Exposure.of(counts).gini())
          .as("seed " + seed)
          .hasValueCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void nothingShownHasNoGiniAndNoMean() {
    assertThat(Exposure.of(0, 0).gini()).isEmpty();
    assertThat(Exposure.of().gini()).isEmpty();
    assertThat(Exposure.of(0, 0).meanPopularity(5, 6)).isEmpty();
    assertThat(Exposure.of().coverageShare()).isEmpty();
  }

  @Test
  void listsAreCounted() {
    var exposure = Exposure.ofLists(4, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {1}));
    assertThat(exposure.shown()).isEqualTo(5);
    assertThat(exposure.items()).isEqualTo(4);
    assertThat(exposure.coverage()).isEqualTo(3);
    assertThat(exposure.coverageShare()).hasValue(0.75);
    assertThat(exposure.meanPopularity(10, 20, 30, 1_000)).hasValue((10 + 3 * 20 + 30) / 5.0);
  }

  @Test
  void countsAreNeverNegativeAndEachItemHasItsPopularity() {
    assertThatIllegalArgumentException().isThrownBy(() -> Exposure.of(1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exposure.of(1, 2).meanPopularity(1, 2, 3));
  }
}
