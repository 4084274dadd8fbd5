package org.aboveboard.fairness.watch;

/// Refuses what lies outside the range for which the bets are safe.
final class Unit {
  private Unit() {}

  static double outcome(double value) {
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw new IllegalArgumentException(
        "an outcome lies between 0 and 1, not " + value + ": scale it, or leave it out");
  }

  static double chance(double alpha) {
    if (alpha > 0 && alpha < 1) {
      return alpha;
    }
    throw new IllegalArgumentException(
        "the chance of a false alarm lies between 0 and 1, not " + alpha + ": 0.05 is usual");
  }

  static void finite(double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a saved state holds finite numbers, not " + value + ": begin anew without it");
      }
    }
  }
}
