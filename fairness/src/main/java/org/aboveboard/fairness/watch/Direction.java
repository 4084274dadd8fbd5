package org.aboveboard.fairness.watch;

import java.util.List;

/// One way in which pairs can speak against a claim: a sum whose mean is at most zero where the
/// claim holds, and the stakes on it with which no pair takes more than half of the wealth.
record Direction(double first, double second, double less, double least, double most) {
  double of(double one, double other) {
    return first * one + second * other - less;
  }

  /// Two for a difference, half of the wealth on each; one for a share. The Newton step may turn
  /// its stake round, so that it needs one for equality.
  static List<Direction> against(Claim claim, Bet bet) {
    return switch (claim) {
      case Claim.Within(double tolerance) when tolerance == 0 && bet instanceof Bet.NewtonStep ->
          List.of(new Direction(1, -1, 0, -0.5, 0.5));
      case Claim.Within(double tolerance) -> {
        double most = 0.5 / (1 + tolerance);
        yield List.of(
            new Direction(1, -1, tolerance, 0, most), new Direction(-1, 1, tolerance, 0, most));
      }
      case Claim.AtLeast(double share) -> List.of(new Direction(share, -1, 0, 0, 0.5));
    };
  }
}
