package org.aboveboard.fairness.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Noise TENTH = new DiscreteLaplace(new BigDecimal("0.1"), 1);
  private static final Map<String, Long> COUNTS = Map.of("a", 100L, "b", 0L);

  /// In floating point ten times 0.1 is not 1, and an eleventh might slip in, or the tenth not.
  @Test
  void tenTenthsAreOneAndTheEleventhIsRefused() {
    var budget = Budget.of(BigDecimal.ONE);
    for (int i = 0; i < 10; i++) {
      budget = left(budget.spend(TENTH.cost()));
    }
    assertThat(budget.spent()).isEqualTo(Figure.of(1));
    assertThat(budget.spend(TENTH.cost())).isEqualTo(new Spending.Refused(TENTH.cost(), budget));
    assertThat(budget.renewed()).isEqualTo(Budget.of(BigDecimal.ONE));
  }

  /// Two publications of rho 0.005 at delta 10⁻⁶: 0.01 + 2·√(0.01·ln 10⁶) = 0.7534.
  @Test
  void rhosAddUpBeforeTheyBecomeAnEpsilon() {
    var budget = Budget.of(BigDecimal.ONE, new BigDecimal("0.000001"));
    var cost = new Cost.Concentrated(new BigDecimal("0.005"));
    budget = left(left(budget.spend(cost)).spend(cost));
    assertThat(budget.spent().known()).hasValueCloseTo(0.753384, within(5e-7));
    budget = left(budget.spend(new Cost.Pure(new BigDecimal("0.2"))));
    assertThat(budget.spent().known()).hasValueCloseTo(0.953384, within(5e-7));
    assertThat(budget.spend(cost)).isInstanceOf(Spending.Refused.class);
  }

  @Test
  void withoutADeltaGaussianNoiseIsRefused() {
    var budget = Budget.of(BigDecimal.TEN);
    assertThat(budget.spend(new DiscreteGaussian(new BigDecimal("0.001"), 1).cost()))
        .isInstanceOf(Spending.Refused.class);
  }

  @Test
  void countsArePublishedWithNoiseUntilTheBudgetIsSpent() {
    var random = new SplittableRandom(8);
    var release = Release.of(COUNTS, TENTH, Budget.of(new BigDecimal("0.15")), random);
    assertThat(release)
        .isInstanceOfSatisfying(
            Release.Published.class,
            published -> {
              assertThat(published.counts().keySet()).containsExactly("a", "b");
              assertThat(published.counts()).isNotEqualTo(COUNTS);
              assertThat(published.left().pure()).isEqualByComparingTo("0.1");
              assertThat(Release.of(COUNTS, TENTH, published.left(), random))
                  .isEqualTo(new Release.Refused(published.left()));
            });
  }

  @Test
  void aRefusedReleaseDrawsNothing() {
    var untouched = new SplittableRandom(9);
    var used = new SplittableRandom(9);
    Release.of(COUNTS, TENTH, Budget.of(new BigDecimal("0.05")), used);
    assertThat(used.nextLong()).isEqualTo(untouched.nextLong());
  }

  @Test
  void aBudgetIsDeclaredWithSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.of(BigDecimal.ZERO));
    for (String delta : new String[] {"0.5", "-0.1", "1E-101"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Budget.of(BigDecimal.ONE, new BigDecimal(delta)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Budget(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("-1"), BigDecimal.ZERO));
  }

  private static Budget left(Spending spending) {
    return switch (spending) {
      case Spending.Spent(var left) -> left;
      case Spending.Refused refused -> throw new AssertionError(refused);
    };
  }
}
