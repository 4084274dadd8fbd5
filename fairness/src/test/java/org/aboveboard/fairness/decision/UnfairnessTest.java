package org.aboveboard.fairness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

class UnfairnessTest {
  /// Item x: the group gets 1 too much, the others 1 too little. Item y: the group gets 2 too
  /// little, the others what they said. Item z only the group has rated.
  private static final Unfairness WORKED =
      Unfairness.of(
          List.of(
              new Rating("x", true, 4, 3),
              new Rating("x", false, 2, 3),
              new Rating("y", true, 1, 4),
              new Rating("y", true, 3, 4),
              new Rating("y", false, 5, 5),
              new Rating("z", true, 5, 1)));

  @Test
  void eachOfTheFiveCanBeFollowedByHand() {
    assertThat(WORKED.items()).isEqualTo(2);
    assertThat(WORKED.value()).isEqualTo(Figure.of((2 + 2) / 2.0));
    assertThat(WORKED.absolute()).isEqualTo(Figure.of((0 + 2) / 2.0));
    assertThat(WORKED.under()).isEqualTo(Figure.of((1 + 2) / 2.0));
    assertThat(WORKED.over()).isEqualTo(Figure.of((1 + 0) / 2.0));
    assertThat(WORKED.nonParity()).isEqualTo(Figure.of(3.5 - 13 / 4.0));
  }

  @Test
  void nothingToHoldAgainstEachOtherIsNoNumber() {
    var alone = Unfairness.of(List.of(new Rating("x", true, 4, 3)));
    assertThat(alone.value()).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(alone.nonParity()).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rating("x", true, Double.NaN, 3))
        .withMessageContaining("leave out");
  }

  /// Value is at most under and over together, and at least absolute.
  @Test
  void theFiveBoundOneAnother() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      var ratings =
          new ArrayList<Rating>(List.of(new Rating("0", true, 1, 2), new Rating("0", false, 3, 3)));
      for (int i = 0; i < 60; i++) {
        ratings.add(
            new Rating(
                "" + random.nextInt(5),
                random.nextBoolean(),
                5 * random.nextDouble(),
                random.nextInt(1, 6)));
      }
      var unfairness = Unfairness.of(ratings);
      double value = unfairness.value().known().orElseThrow();
      double both =
          Both.of(unfairness.under(), unfairness.over(), Double::sum).known().orElseThrow();
      assertThat(value).as("seed " + seed).isLessThanOrEqualTo(both + 1e-12);
      assertThat(unfairness.absolute().known().orElseThrow())
          .as("seed " + seed)
          .isLessThanOrEqualTo(value + 1e-12);
    }
  }
}
