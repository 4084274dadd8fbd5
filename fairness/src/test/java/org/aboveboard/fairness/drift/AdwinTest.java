package org.aboveboard.fairness.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AdwinTest {
  @Test
  void theBucketsHoldWhatTheWindowHolds() {
    var adwin = Adwin.of(0.002);
    double sum = 0;
    double squares = 0;
    var random = new SplittableRandom(4);
    for (int i = 0; i < 5_000; i++) {
      double value = random.nextDouble();
      sum += value;
      squares += value * value;
      assertThat(adwin.see(value)).isEmpty();
    }
    var all = adwin.state().buckets().stream().reduce(Adwin.Bucket::with).orElseThrow();
    assertThat(all.size()).isEqualTo(5_000);
    assertThat(all.sum()).isCloseTo(sum, within(1e-8));
    assertThat(all.squares()).isCloseTo(squares - sum * sum / 5_000, within(1e-8));
    assertThat(adwin.state().buckets().size()).isLessThanOrEqualTo(5 * 13);
  }

  @Test
  void aChangeRaisesAnAlarmAndTheOldIsForgotten() {
    var adwin = Adwin.of(0.002);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      assertThat(adwin.see(random.nextDouble() < 0.1 ? 1 : 0)).isEmpty();
    }
    int needed = 0;
    int alarms = 0;
    for (int i = 0; i < 3_000; i++) {
      var cut = adwin.see(random.nextDouble() < 0.3 ? 1 : 0);
      alarms += cut.isPresent() ? 1 : 0;
      needed = cut.isPresent() && needed == 0 ? i + 1 : needed;
    }
    System.out.print(
        "ADWIN: .10 to .30 found after " + needed + " values, alarms " + alarms + "\n");
    assertThat(needed).isBetween(1, 400);
    assertThat(adwin.window()).isLessThan(3_500);
  }

  @Test
  void withoutAChangeFewStreamsAlarmThoughEachStepMay() {
    long alarmed = LongStream.range(0, 2_000).parallel().filter(AdwinTest::alarms).count();
    System.out.print(
        String.format(
            Locale.ROOT,
            "ADWIN, δ .002 a step, 2,000 x 20,000 without change: rate %.4f%n",
            alarmed / 2_000.0));
    assertThat(alarmed / 2_000.0).isLessThanOrEqualTo(0.05);
  }

  @Test
  void whatWasSavedGoesOnBitForBit() {
    var whole = Adwin.of(0.01);
    var stopped = Adwin.of(0.01);
    var random = new SplittableRandom(9);
    for (int i = 0; i < 3_000; i++) {
      stopped = i % 37 == 0 ? Adwin.of(stopped.state()) : stopped;
      double value = random.nextDouble() * (i < 1_500 ? 0.5 : 1);
      assertThat(stopped.see(value)).isEqualTo(whole.see(value));
    }
    assertThat(stopped.state()).isEqualTo(whole.state());
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Adwin.of(0.002).see(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Adwin.of(0));
  }

  private static boolean alarms(long seed) {
    var adwin = Adwin.of(0.002);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      if (adwin.see(random.nextDouble() < 0.1 ? 1 : 0).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
