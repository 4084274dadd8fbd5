package org.aboveboard.ledger;

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

  static byte[] bytes(RandomGenerator random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  static Hash hash(RandomGenerator random) {
    return Hash.of(bytes(random, Hash.LENGTH)).orElseThrow();
  }

  static byte[] flipped(byte[] bytes, int bit) {
    var flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  static Hash flipped(Hash hash, int bit) {
    return Hash.of(flipped(hash.bytes(), bit)).orElseThrow();
  }
}
