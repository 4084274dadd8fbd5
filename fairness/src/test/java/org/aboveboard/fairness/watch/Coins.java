package org.aboveboard.fairness.watch;

import java.util.SplittableRandom;

/// Seeded pairs of zeros and ones: the first group's with one chance, the second's with another.
final class Coins {
  private final SplittableRandom random;
  private final double first;
  private final double second;

  Coins(long seed, double first, double second) {
    this.random = new SplittableRandom(seed);
    this.first = first;
    this.second = second;
  }

  double first() {
    return random.nextDouble() < first ? 1 : 0;
  }

  double second() {
    return random.nextDouble() < second ? 1 : 0;
  }
}
