package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// How long detectors run on streams in which nothing changes. Streams are cut off at ten times the
/// run length, which makes the mean smaller, never larger.
class RunLengthTest {
  @Test
  void detectorsRunOnAverageAtLeastAsLongAsTheySay() {
    for (var rule : EDetector.Rule.values()) {
      for (double runLength : new double[] {200, 2_000}) {
        assertRuns(rule, Claim.equal(), runLength, 0.1, 0.1);
      }
      assertRuns(rule, new Claim.Within(0.02), 1_000, 0.12, 0.1);
      assertRuns(rule, Claim.fourFifths(), 1_000, 0.125, 0.1);
    }
  }

  private static void assertRuns(
      EDetector.Rule rule, Claim claim, double runLength, double first, double second) {
    double mean =
        LongStream.range(0, 2_000)
            .parallel()
            .map(seed ->
                pairs(
                    EDetector.of(
                        new EDetector.Setting(rule, claim, Bet.recent(1_000, 0.02), runLength)),
                    new Coins(seed, first, second),
                    (long) (runLength * 10)))
            .average()
            .orElseThrow();
    System.out.print(
        String.format(
            Locale.ROOT,
            "run length of %s, %s: said %.0f, seen %.0f%n",
            rule,
            claim,
            runLength,
            mean));
    assertThat(mean).as("%s %s", rule, claim).isGreaterThanOrEqualTo(runLength);
  }

  private static long pairs(EDetector detector, Coins coins, long cut) {
    for (long pairs = 1; pairs <= cut; pairs++) {
      if (detector.see(coins.first(), coins.second()).isPresent()) {
        return pairs;
      }
    }
    return cut;
  }
}
