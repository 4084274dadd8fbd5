package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What was saved and restored goes on bit for bit as what was never stopped.
class RestartTest {
  @Test
  void watchesGoOnBitForBit() {
    for (var bet : List.of(Bet.aGrapa(), Bet.newtonStep(), Bet.recent(500, 0.01))) {
      for (var claim : List.of(Claim.equal(), new Claim.Within(0.02), Claim.fourFifths())) {
        for (long seed = 0; seed < 20; seed++) {
          assertWatchGoesOn(Watch.of(claim, bet, 0.05), seed);
        }
      }
    }
  }

  @Test
  void detectorsGoOnBitForBit() {
    for (var rule : EDetector.Rule.values()) {
      var setting = new EDetector.Setting(rule, Claim.equal(), Bet.recent(500, 0.02), 5_000);
      for (long seed = 0; seed < 20; seed++) {
        var whole = EDetector.of(setting);
        var stopped = EDetector.of(setting);
        var coins = new Coins(seed, 0.12, 0.1);
        for (int i = 0; i < 1_500; i++) {
          stopped = i % 97 == 0 ? EDetector.of(stopped.state()) : stopped;
          double first = coins.first();
          double second = coins.second();
          assertThat(stopped.see(first, second)).isEqualTo(whole.see(first, second));
        }
        assertThat(stopped.state()).as("seed " + seed).isEqualTo(whole.state());
      }
    }
  }

  @Test
  void confidenceSequencesGoOnBitForBit() {
    var bernstein = BernsteinSequence.of(0.05);
    var betting = BettingSequence.of(0.05, 50);
    var asymptotic = AsymptoticSequence.of(0.05);
    var whole =
        List.of(
            BernsteinSequence.of(0.05), BettingSequence.of(0.05, 50), AsymptoticSequence.of(0.05));
    var coins = new Coins(7, 0.3, 0.3);
    for (int i = 0; i < 1_000; i++) {
      double value = coins.first();
      bernstein = BernsteinSequence.of(bernstein.state());
      betting = BettingSequence.of(betting.state());
      asymptotic = AsymptoticSequence.of(asymptotic.state());
      for (var sequence : List.of(bernstein, betting, asymptotic)) {
        sequence.see(value);
      }
      whole.forEach(sequence -> sequence.see(value));
    }
    assertThat(List.of(bernstein.interval(), betting.interval(), asymptotic.interval()))
        .isEqualTo(whole.stream().map(ConfidenceSequence::interval).toList());
  }

  /// Through text, as a database would keep it.
  @Test
  void aDoubleWrittenDownAndReadAgainIsTheSame() {
    var process = EProcess.of(Claim.equal(), Bet.aGrapa());
    var coins = new Coins(3, 0.2, 0.1);
    for (int i = 0; i < 500; i++) {
      process.see(coins.first(), coins.second());
    }
    for (double log : process.state().logs()) {
      assertThat(Double.parseDouble(Double.toString(log))).isEqualTo(log);
    }
  }

  private static void assertWatchGoesOn(Watch whole, long seed) {
    var stopped = Watch.of(whole.state());
    var coins = new Coins(seed, 0.15, 0.1);
    for (int i = 0; i < 1_200; i++) {
      stopped = i % 97 == 0 ? Watch.of(stopped.state()) : stopped;
      double first = coins.first();
      double second = coins.second();
      assertThat(stopped.see(first, second)).isEqualTo(whole.see(first, second));
    }
    assertThat(stopped.state()).as("seed " + seed).isEqualTo(whole.state());
    assertThat(Double.doubleToLongBits(stopped.evidence().log()))
        .isEqualTo(Double.doubleToLongBits(whole.evidence().log()));
  }
}
