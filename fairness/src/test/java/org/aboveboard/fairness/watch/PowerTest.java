package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How soon .10 against .15 is found, the median of 500 streams.
class PowerTest {
  @Test
  void aDifferenceOfFiveInAHundredIsFoundWithinAThousandPairs() {
    long hedged = median(Claim.equal(), Bet.aGrapa(), 0.05);
    long newton = median(Claim.equal(), Bet.newtonStep(), 0.05);
    long tolerant = median(new Claim.Within(0.02), Bet.aGrapa(), 0.05);
    long oneOfTwenty = median(Claim.equal(), Bet.aGrapa(), 0.05 / 20);
    long both = median(new Claim.Within(0.02), Bet.aGrapa(), 0.05 / 20);
    long fifths = median(Claim.fourFifths(), Bet.aGrapa(), 0.05);
    System.out.print(
        String.format(
            Locale.ROOT,
            "median pairs until .10 against .15 is found: hedged %d, Newton %d, tolerance .02 %d,"
                + " one of 20 streams %d, one of 20 with tolerance .02 %d, four-fifths %d%n",
            hedged,
            newton,
            tolerant,
            oneOfTwenty,
            both,
            fifths));
    assertThat(hedged).isLessThanOrEqualTo(1_000);
    assertThat(newton).isLessThanOrEqualTo(1_000);
  }

  @Test
  void aDetectorFindsAChangeAfterALongTimeOfNoneAndAWatchThatLostFindsItLater() {
    long cusum = median(EDetector.Rule.CUSUM);
    long sum = median(EDetector.Rule.SHIRYAEV_ROBERTS);
    System.out.print(
        String.format(
            Locale.ROOT,
            "median pairs from a change of .10 to .15 after 20,000 pairs until an alarm"
                + " (run length 100,000): CUSUM %d, Shiryaev-Roberts %d%n",
            cusum,
            sum));
    assertThat(cusum).isLessThan(2_500);
    assertThat(sum).isLessThan(2_500);
  }

  private static long median(Claim claim, Bet bet, double alpha) {
    return median(seed -> pairs(Watch.of(claim, bet, alpha), new Coins(seed, 0.15, 0.1)));
  }

  private static long median(EDetector.Rule rule) {
    return median(seed -> {
      var detector =
          EDetector.of(
              new EDetector.Setting(rule, Claim.equal(), Bet.recent(1_000, 0.02), 100_000));
      var before = new Coins(seed, 0.1, 0.1);
      for (int i = 0; i < 20_000; i++) {
        detector.see(before.first(), before.second()).ifPresent(_ -> detector.clear());
      }
      return pairs(detector, new Coins(-seed - 1, 0.15, 0.1));
    });
  }

  private static long median(java.util.function.LongUnaryOperator pairs) {
    return LongStream.range(0, 500)
        .parallel()
        .map(pairs)
        .sorted()
        .skip(250)
        .findFirst()
        .orElseThrow();
  }

  private static long pairs(Monitor monitor, Coins coins) {
    for (long pairs = 1; pairs <= 100_000; pairs++) {
      if (monitor.see(coins.first(), coins.second()).isPresent()) {
        return pairs;
      }
    }
    return Long.MAX_VALUE;
  }
}
