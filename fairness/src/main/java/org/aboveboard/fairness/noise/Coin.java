package org.aboveboard.fairness.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/// A coin that falls with exactly the chance that it is asked for, made of random bits.
///
/// No number is rounded anywhere: noise that is made with floating point can be told by its last
/// bits from what it hides (Mironov, 2012). After Canonne, Kamath and Steinke (2020), algorithm 1.
final class Coin {
  private final RandomGenerator random;

  Coin(RandomGenerator random) {
    this.random = random;
  }

  boolean isHeads() {
    return random.nextBoolean();
  }

  /// True so many times out of so many.
  boolean falls(BigInteger times, BigInteger outOf) {
    return below(outOf).compareTo(times) < 0;
  }

  /// True with the chance e^−x: whole steps of e^−1 each, then the rest.
  boolean fallsExp(Fraction x) {
    for (var i = BigInteger.ZERO; i.compareTo(x.floor()) < 0; i = i.add(BigInteger.ONE)) {
      if (!fallsExpWithinOne(Fraction.of(1, 1))) {
        return false;
      }
    }
    return fallsExpWithinOne(x.rest());
  }

  /// A whole number from 0 to below the bound, each as likely: bits are drawn anew until they fit.
  BigInteger below(BigInteger bound) {
    int bits = bound.subtract(BigInteger.ONE).bitLength();
    var bytes = new byte[(bits + 7) / 8];
    while (true) {
      random.nextBytes(bytes);
      var drawn = new BigInteger(1, bytes).shiftRight(bytes.length * 8 - bits);
      if (drawn.compareTo(bound) < 0) {
        return drawn;
      }
    }
  }

  /// The first k at which a coin of chance x/k fails is odd with the chance 1 − x + x²/2 − … =
  /// e^−x.
  private boolean fallsExpWithinOne(Fraction x) {
    int k = 1;
    var denominator = x.denominator();
    while (falls(x.numerator(), denominator)) {
      k++;
      denominator = denominator.add(x.denominator());
    }
    return k % 2 == 1;
  }
}
