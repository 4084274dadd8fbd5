package org.aboveboard.fairness.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// An exact number of 0 or more: one whole number over another.
record Fraction(BigInteger numerator, BigInteger denominator) {
  Fraction {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException("a fraction is 0 or more, over 1 or more");
    }
    var common = numerator.gcd(denominator);
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  static Fraction of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  Fraction times(Fraction by) {
    return new Fraction(numerator.multiply(by.numerator), denominator.multiply(by.denominator));
  }

  Fraction over(Fraction by) {
    return new Fraction(numerator.multiply(by.denominator), denominator.multiply(by.numerator));
  }

  /// How far the two are apart.
  Fraction distance(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)).abs(),
        denominator.multiply(other.denominator));
  }

  BigInteger floor() {
    return numerator.divide(denominator);
  }

  /// What is above the whole number below.
  Fraction rest() {
    return new Fraction(numerator.mod(denominator), denominator);
  }

  /// Nearly this; never for sampling.
  double roughly() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }
}
