package org.aboveboard.ledger;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Properties over seeded cases: the seed is the case's name.
public final class Seeds {
  private Seeds() {}

  public static void forAll(int cases, Consumer<RandomGenerator> property) {
    for (long seed = 0; seed < cases; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
    }
  }

  public static byte[] bytes(RandomGenerator random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  public static Hash hash(RandomGenerator random) {
    return Hash.of(bytes(random, Hash.LENGTH)).orElseThrow();
  }

  public static byte[] flipped(byte[] bytes, int bit) {
    var flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  public static Hash flipped(Hash hash, int bit) {
    return Hash.of(flipped(hash.bytes(), bit)).orElseThrow();
  }
}
