package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Streams in which the claim holds, at its very edge, looked at after each pair: at most α of them
/// may ever alarm. The seeds are the numbers from 0 on.
class FalseAlarmTest {
  private static final int STREAMS = 2_000;
  private static final int PAIRS = 20_000;
  private static final double ALPHA = 0.05;

  @Test
  void aHedgedWatchOfEqualityAlarmsInAtMostAlphaOfTheStreams() {
    assertKept("equality, hedged aGRAPA", watch(Claim.equal(), Bet.aGrapa(), 0.1, 0.1));
  }

  @Test
  void aNewtonWatchOfEqualityAlarmsInAtMostAlphaOfTheStreams() {
    assertKept("equality, Newton step", watch(Claim.equal(), Bet.newtonStep(), 0.1, 0.1));
  }

  @Test
  void aWatchWithToleranceAlarmsInAtMostAlphaOfTheStreams() {
    assertKept("tolerance .02", watch(new Claim.Within(0.02), Bet.aGrapa(), 0.12, 0.10));
    assertKept("tolerance .02, Newton", watch(new Claim.Within(0.02), Bet.newtonStep(), .12, .1));
  }

  @Test
  void aWatchOfTheFourFifthsAlarmsInAtMostAlphaOfTheStreams() {
    assertKept("four-fifths", watch(Claim.fourFifths(), Bet.aGrapa(), 0.125, 0.1));
    assertKept("four-fifths, Newton", watch(Claim.fourFifths(), Bet.newtonStep(), 0.125, 0.1));
  }

  @Test
  void theBernsteinSequenceHoldsTheMeanInAllButAlphaOfTheStreams() {
    assertKept("Bernstein sequence", seed -> misses(seed, BernsteinSequence.of(ALPHA), PAIRS));
  }

  @Test
  @Tag("full")
  void theBernsteinSequenceOfDifferencesHoldsZeroInAllButAlphaOfTheStreams() {
    assertKept("Bernstein sequence of differences", FalseAlarmTest::bernsteinMissesNoDifference);
  }

  @Test
  void theAsymptoticSequenceHoldsTheMeanInAllButAlphaOfTheStreams() {
    assertKept("asymptotic sequence", seed -> misses(seed, AsymptoticSequence.of(ALPHA), PAIRS));
  }

  @Test
  void theBettingSequenceHoldsTheMeanInAllButAlphaOfTheStreams() {
    double rate = rate(200, seed -> bettingMisses(seed, 2_000));
    System.out.print(
        String.format(
            Locale.ROOT, "false alarms, betting sequence, 200 x 2,000: rate %.4f%n", rate));
    assertThat(rate).isLessThanOrEqualTo(ALPHA);
  }

  @Test
  @Tag("full")
  void theBettingSequenceHoldsTheMeanInAllStreamsOfFullLength() {
    assertKept("betting sequence", seed -> bettingMisses(seed, PAIRS));
  }

  @Test
  void twentyStreamsTogetherAlarmInAtMostAlpha() {
    assertKept("20 streams of 1,000 pairs", FalseAlarmTest::anyOfTwenty);
  }

  /// What all this is for.
  @Test
  void theUsualTestThatIsLookedAtEachTimeAlarmsFarTooOften() {
    double rate = rate(STREAMS, FalseAlarmTest::naive);
    System.out.print(
        String.format(
            Locale.ROOT,
            "false alarms, naive z-test looked at after each pair: rate %.4f%n",
            rate));
    assertThat(rate).isGreaterThan(0.3);
  }

  private static void assertKept(String what, LongPredicate alarms) {
    double rate = rate(STREAMS, alarms);
    System.out.print(
        String.format(Locale.ROOT, "false alarms, %s, 2,000 x 20,000: rate %.4f%n", what, rate));
    assertThat(rate).as(what).isLessThanOrEqualTo(ALPHA);
  }

  private static double rate(int streams, LongPredicate alarms) {
    return LongStream.range(0, streams).parallel().filter(alarms).count() / (double) streams;
  }

  private static LongPredicate watch(Claim claim, Bet bet, double first, double second) {
    return seed -> {
      var watch = Watch.of(claim, bet, ALPHA);
      var coins = new Coins(seed, first, second);
      boolean isRaised = false;
      for (int i = 0; i < PAIRS && !isRaised; i++) {
        isRaised = watch.see(coins.first(), coins.second()).isPresent();
      }
      return isRaised;
    };
  }

  private static boolean misses(long seed, ConfidenceSequence sequence, int values) {
    var coins = new Coins(seed, 0.1, 0.1);
    for (int i = 0; i < values; i++) {
      sequence.see(coins.first());
      if (!sequence.interval().contains(0.1)) {
        return true;
      }
    }
    return false;
  }

  /// The mean is the second of twenty points, so that the width of a step excuses nothing.
  private static boolean bettingMisses(long seed, int values) {
    var sequence = BettingSequence.of(ALPHA, 20);
    var coins = new Coins(seed, 0.1, 0.1);
    for (int i = 0; i < values; i++) {
      sequence.see(coins.first());
      if (sequence.excludes(2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean bernsteinMissesNoDifference(long seed) {
    var sequence = new DifferenceSequence.Paired(BernsteinSequence.of(ALPHA));
    var coins = new Coins(seed, 0.1, 0.1);
    for (int i = 0; i < PAIRS; i++) {
      sequence.see(coins.first(), coins.second());
      if (!sequence.interval().contains(0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyOfTwenty(long seed) {
    for (int stream = 0; stream < 20; stream++) {
      var watch = Watch.of(Claim.equal(), Bet.aGrapa(), ALPHA / 20);
      var coins = new Coins(seed * 20 + stream, 0.1, 0.1);
      for (int i = 0; i < PAIRS / 20; i++) {
        if (watch.see(coins.first(), coins.second()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean naive(long seed) {
    var coins = new Coins(seed, 0.1, 0.1);
    double sum = 0;
    double squares = 0;
    for (int i = 1; i <= PAIRS; i++) {
      double difference = coins.first() - coins.second();
      sum += difference;
      squares += difference * difference;
      if (i >= 30 && sum * sum > 1.96 * 1.96 * squares) {
        return true;
      }
    }
    return false;
  }
}
