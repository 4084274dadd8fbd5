package org.aboveboard.fairness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Interval;
import org.junit.jupiter.api.Test;

class SelectionsTest {
  @Test
  void exactlyFourFifthsIsEnough() {
    assertThat(rule(4, 15, 1, 3)).isEqualTo(FourFifths.HOLDS);
    assertThat(rule(399, 1500, 1, 3)).isEqualTo(FourFifths.BROKEN);
    assertThat(rule(400_000_000_000_000_001L, 1_500_000_000_000_000_000L, 1, 3))
        .isEqualTo(FourFifths.HOLDS);
    assertThat(rule(399_999_999_999_999_999L, 1_500_000_000_000_000_000L, 1, 3))
        .isEqualTo(FourFifths.BROKEN);
  }

  /// Selected are 30 of 100 and 60 of 100: the yes is twice as likely, the no 7/4 times.
  @Test
  void epsilonIsTheLogarithmOfTheLargestRatio() {
    var selections = of(30, 100, 60, 100);
    assertThat(selections.differentialFairness(0).known())
        .hasValueCloseTo(Math.log(2), within(1e-15));
    assertThat(selections.differentialFairness(0.5).known())
        .hasValueCloseTo(Math.log(60.5 / 30.5), within(1e-15));
  }

  @Test
  void withoutSmoothingWhatNeverHappensHasNoEpsilon() {
    var never = of(0, 10, 5, 10);
    assertThat(never.differentialFairness(0)).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(never.differentialFairness(Double.MIN_VALUE).known()).isPresent();
    assertThat(never.differentialFairness(0.5).known())
        .hasValueCloseTo(Math.log(5.5 / 0.5), within(1e-15));
    assertThat(of(0, 0, 5, 10).differentialFairness(1)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThatIllegalArgumentException().isThrownBy(() -> never.differentialFairness(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> never.differentialFairness(-1));
  }

  /// Wilson's interval is of the rates that a z-test at 5 % would not reject.
  @Test
  void theEndsOfWilsonsIntervalAreJustNotRejected() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      long people = random.nextLong(1, 200);
      long selected = random.nextLong(1, people + 1);
      if (selected == people) {
        continue;
      }
      var interval = (Interval.Between) new Selection(selected, people).wilson95();
      double rate = (double) selected / people;
      for (double end : new double[] {interval.low(), interval.high()}) {
        double z = (rate - end) / Math.sqrt(end * (1 - end) / people);
        assertThat(Math.abs(z)).as("seed " + seed).isCloseTo(1.959963984540054, within(1e-9));
      }
    }
  }

  @Test
  void allOrNobodyHasAnIntervalToTheEdge() {
    assertThat(new Selection(0, 10).wilson95())
        .isInstanceOfSatisfying(
            Interval.Between.class,
            interval -> {
              assertThat(interval.low()).isZero();
              assertThat(interval.high()).isCloseTo(0.277533, within(5e-7));
            });
    assertThat(((Interval.Between) new Selection(10, 10).wilson95()).high()).isEqualTo(1);
    assertThat(new Selection(0, 0).wilson95()).isEqualTo(Interval.none(Figure.Why.NOTHING));
  }

  @Test
  void moreSelectedThanPeopleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Selection(3, 2))
        .withMessageContaining("count each person once");
  }

  private static FourFifths rule(long a, long ofA, long b, long ofB) {
    return of(a, ofA, b, ofB).fourFifthsRule();
  }

  private static Selections of(long a, long ofA, long b, long ofB) {
    return Selections.of(Map.of("a", new Selection(a, ofA), "b", new Selection(b, ofB)));
  }
}
