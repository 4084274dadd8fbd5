package org.aboveboard.fairness.noise;

import java.math.BigDecimal;
import org.aboveboard.fairness.Figure;

/// How much of what is hidden may be told in one period, and how much has been. Costs add up: those
/// of pure privacy in epsilon, those of zero-concentrated privacy in rho.
///
/// Together they are (epsilon, delta)-differentially private with the epsilon Σε + Σρ +
/// 2·√(Σρ·ln(1/delta)) (Bun and Steinke, 2016, proposition 1.3, and basic composition). With a
/// delta of 0 it knows pure privacy only.
///
/// @param epsilon what was declared for the period
/// @param delta the chance that the promise does not hold, far below one over the number of people
/// @param pure the epsilons that were spent
/// @param concentrated the rhos that were spent
public record Budget(
    BigDecimal epsilon, BigDecimal delta, BigDecimal pure, BigDecimal concentrated) {
  private static final double ROUNDING = 1e-12;
  private static final BigDecimal LEAST = new BigDecimal("1E-100");
  private static final BigDecimal MOST = new BigDecimal("0.01");

  public Budget {
    epsilon = Cost.positive(epsilon, "epsilon");
    if (delta.signum() != 0 && (delta.compareTo(LEAST) < 0 || delta.compareTo(MOST) > 0)) {
      throw new IllegalArgumentException(
          "delta is 0, or from " + LEAST + " to " + MOST + " and far below 1 in all people");
    }
    if (pure.signum() < 0 || concentrated.signum() < 0) {
      throw new IllegalArgumentException("nothing is ever given back to a budget");
    }
  }

  /// A budget of which nothing is spent, for pure privacy.
  public static Budget of(BigDecimal epsilon) {
    return of(epsilon, BigDecimal.ZERO);
  }

  /// A budget of which nothing is spent.
  public static Budget of(BigDecimal epsilon, BigDecimal delta) {
    return new Budget(epsilon, delta, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /// The same budget for the next period. What was told stays told: over all periods costs add up.
  public Budget renewed() {
    return of(epsilon, delta);
  }

  /// The epsilon that all costs together come to, rounded up; none where a delta would be needed.
  public Figure spent() {
    double rho = concentrated.doubleValue();
    if (rho == 0) {
      return Figure.of(pure.doubleValue());
    }
    if (delta.signum() == 0) {
      return Figure.none(Figure.Why.NO_SUPPORT);
    }
    double together =
        pure.doubleValue() + rho + 2 * Math.sqrt(-rho * Math.log(delta.doubleValue()));
    return Figure.of(together * (1 + ROUNDING));
  }

  /// Takes the cost from the budget, or refuses and leaves it as it is.
  public Spending spend(Cost cost) {
    var after = after(cost);
    return after.isWithin() ? new Spending.Spent(after) : new Spending.Refused(cost, this);
  }

  private Budget after(Cost cost) {
    return switch (cost) {
      case Cost.Pure(var more) -> new Budget(epsilon, delta, pure.add(more), concentrated);
      case Cost.Concentrated(var more) -> new Budget(epsilon, delta, pure, concentrated.add(more));
    };
  }

  /// Sums of epsilons are compared exactly.
  private boolean isWithin() {
    return concentrated.signum() == 0
        ? pure.compareTo(epsilon) <= 0
        : spent().known().orElse(Double.POSITIVE_INFINITY) <= epsilon.doubleValue();
  }
}
