package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {
  private static List<ConfidenceSequence> all() {
    return List.of(
        BettingSequence.of(0.05), BernsteinSequence.of(0.05), AsymptoticSequence.of(0.05));
  }

  @Test
  void withoutValuesAnythingIsPossible() {
    assertThat(all())
        .allSatisfy(sequence -> assertThat(sequence.interval()).isEqualTo(new Interval(0, 1)));
    assertThat(all())
        .extracting(ConfidenceSequence::isAsymptotic)
        .containsExactly(false, false, true);
  }

  /// One value of 1 by hand: the stake √(2 ln 40/(¼ ln 2)) is cut to ½, so the centre is 1 and the
  /// half width (ln 40 + ¼(ln 2 − ½))/½ > 1.
  @Test
  void aWorkedExampleOfTheBernsteinSequence() {
    var sequence = BernsteinSequence.of(0.05);
    sequence.see(1);
    var state = sequence.state();
    assertThat(state.stakes()).isEqualTo(0.5);
    assertThat(state.spread()).isCloseTo(0.25 * (Math.log(2) - 0.5), within(1e-15));
    assertThat(sequence.interval()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void theyNarrowAroundTheMean() {
    var sequences = all();
    var coins = new Coins(1, 0.3, 0.3);
    for (int i = 0; i < 5_000; i++) {
      double value = coins.first();
      sequences.forEach(sequence -> sequence.see(value));
    }
    System.out.print(
        String.format(
            Locale.ROOT,
            "intervals after 5,000 values with mean .3: %s%n",
            sequences.stream().map(ConfidenceSequence::interval).toList()));
    assertThat(sequences)
        .allSatisfy(sequence -> {
          assertThat(sequence.interval().contains(0.3)).isTrue();
          assertThat(sequence.interval().width()).isLessThan(0.09);
        });
  }

  @Test
  void theGridIsNarrowerWhileRareValuesAreFew() {
    double grid = 0;
    double closed = 0;
    for (long seed = 0; seed < 20; seed++) {
      var betting = BettingSequence.of(0.05, 500);
      var bernstein = BernsteinSequence.of(0.05);
      var coins = new Coins(seed, 0.02, 0.02);
      for (int i = 0; i < 500; i++) {
        double value = coins.first();
        betting.see(value);
        bernstein.see(value);
      }
      grid += betting.interval().width() / 20;
      closed += bernstein.interval().width() / 20;
    }
    System.out.print(
        String.format(
            Locale.ROOT,
            "mean width after 500 values with mean .02: grid %.4f, closed %.4f%n",
            grid,
            closed));
    assertThat(grid).isLessThan(closed);
  }

  @Test
  void theDifferenceOfTwoGroupsIsHeldPairedAndApart() {
    var paired = new DifferenceSequence.Paired(BernsteinSequence.of(0.05));
    var first = BernsteinSequence.of(0.025);
    var second = BernsteinSequence.of(0.025);
    var coins = new Coins(2, 0.4, 0.2);
    for (int i = 0; i < 5_000; i++) {
      double one = coins.first();
      double other = coins.second();
      paired.see(one, other);
      first.see(one);
      second.see(other);
    }
    var apart = new DifferenceSequence.Apart(first, second);
    assertThat(List.of(paired.interval(), apart.interval()))
        .allSatisfy(interval -> {
          assertThat(interval.contains(0.2)).isTrue();
          assertThat(interval.contains(0)).isFalse();
        });
  }

  @Test
  void constantValuesAndOnesThatAreNoneGiveNoWrongNumber() {
    for (var sequence : all()) {
      for (int i = 0; i < 500; i++) {
        sequence.see(1);
      }
      assertThat(sequence.interval().high()).isEqualTo(1);
      assertThat(sequence.interval().low()).isLessThan(1);
      assertThatIllegalArgumentException().isThrownBy(() -> sequence.see(Double.NaN));
    }
  }
}
