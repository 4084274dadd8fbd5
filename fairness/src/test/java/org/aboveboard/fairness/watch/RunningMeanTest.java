package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The interval holds the mean of the true values so far at every moment, though the truth drifts.
class RunningMeanTest {
  private static final double ALPHA = 0.05;
  private static final int STREAMS = 400;
  private static final int VALUES = 3_000;

  /// The share of streams in which the interval was ever wrong.
  private static double everWrong(IntToDoubleFunction truth) {
    long wrong = LongStream.range(0, STREAMS).filter(seed -> isEverWrong(seed, truth)).count();
    return wrong / (double) STREAMS;
  }

  private static boolean isEverWrong(long seed, IntToDoubleFunction truth) {
    SplittableRandom random = new SplittableRandom(seed);
    RunningMean sequence = RunningMean.of(ALPHA);
    double sum = 0;
    for (int k = 0; k < VALUES; k++) {
      sum += truth.applyAsDouble(k);
      sequence.see(random.nextDouble() < truth.applyAsDouble(k) ? 1 : 0);
      Interval interval = sequence.interval();
      double mean = sum / (k + 1);
      if (mean < interval.low() || mean > interval.high()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void itIsSeldomWrongWhereTheTruthStandsStill() {
    assertThat(everWrong(_ -> 0.3)).isLessThanOrEqualTo(ALPHA);
  }

  @Test
  void itIsSeldomWrongWhereTheTruthMoves() {
    assertThat(everWrong(k -> k < 500 ? 0.8 : 0.3)).isLessThanOrEqualTo(ALPHA);
    assertThat(everWrong(k -> k < 100 ? 0.1 : 0.6)).isLessThanOrEqualTo(ALPHA);
  }

  @Test
  void itNarrowsAndHoldsItsOwnMean() {
    RunningMean sequence = RunningMean.of(ALPHA);
    for (int k = 0; k < 10_000; k++) {
      sequence.see(k % 4 == 0 ? 1 : 0);
    }
    assertThat(sequence.mean()).isEqualTo(0.25);
    assertThat(sequence.interval().high() - sequence.interval().low()).isLessThan(0.06);
    RunningMean again = RunningMean.of(sequence.state());
    assertThat(again.interval()).isEqualTo(sequence.interval());
  }

  @Test
  void ofNothingItIsEverything() {
    assertThat(RunningMean.of(ALPHA).interval()).isEqualTo(new Interval(0, 1));
    assertThat(RunningMean.of(ALPHA).mean()).isZero();
  }
}
