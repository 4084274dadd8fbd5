package org.aboveboard.policy.wording;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Properties over seeded cases: the seed is the case's name.
final class Seeds {
  private Seeds() {}

  static void forAll(int cases, Consumer<RandomGenerator> property) {
    for (long seed = 0; seed < cases; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
    }
  }
}
