package org.aboveboard.fairness.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/// Discrete Laplace noise: k with a chance in proportion to e^(−|k|·epsilon/sensitivity). Counts to
/// which it is added are epsilon-differentially private. Also known as the two-sided geometric
/// mechanism (Ghosh, Roughgarden and Sundararajan, 2009); drawn exactly, after algorithm 2 of
/// Canonne, Kamath and Steinke (2020).
///
/// @param sensitivity by how much all counts that are published at once change together, at most,
///   when one person joins or leaves: 1 if each person is counted once
public record DiscreteLaplace(BigDecimal epsilon, int sensitivity) implements Noise {
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 40);

  public DiscreteLaplace {
    epsilon = Cost.positive(epsilon, "epsilon");
    if (sensitivity < 1) {
      throw new IllegalArgumentException("a person who changes no count needs no noise: 1 or more");
    }
    if (epsilon.multiply(MOST).compareTo(BigDecimal.valueOf(sensitivity)) < 0) {
      throw new IllegalArgumentException(
          "so much noise would leave nothing of a count: raise epsilon above " + epsilon);
    }
  }

  @Override
  public long draw(RandomGenerator random) {
    return draw(new Coin(random), scale()).longValueExact();
  }

  @Override
  public double probability(long value) {
    double rate = 1 / scale().roughly();
    return Math.tanh(rate / 2) * Math.exp(-rate * Math.abs((double) value));
  }

  @Override
  public long margin(double chance) {
    double rate = 1 / scale().roughly();
    double outside = Margin.outside(chance);
    return (long) Math.max(0, Math.ceil(-Math.log(outside * (1 + Math.exp(-rate)) / 2) / rate - 1));
  }

  @Override
  public Cost cost() {
    return new Cost.Pure(epsilon);
  }

  private Fraction scale() {
    return Fraction.of(sensitivity, 1).over(Fraction.of(epsilon));
  }

  /// With the scale t/s: a step u below t that is kept with chance e^(−u/t), and v whole steps of t
  /// that go on with chance e^−1 each, make a geometric number u + t·v; a whole s of it makes one.
  /// A sign is drawn, and minus zero again.
  static BigInteger draw(Coin coin, Fraction scale) {
    while (true) {
      var size = size(coin, scale);
      boolean isNegative = coin.isHeads();
      if (!isNegative || size.signum() != 0) {
        return isNegative ? size.negate() : size;
      }
    }
  }

  private static BigInteger size(Coin coin, Fraction scale) {
    var t = scale.numerator();
    var u = coin.below(t);
    while (!coin.fallsExp(new Fraction(u, t))) {
      u = coin.below(t);
    }
    while (coin.fallsExp(Fraction.of(1, 1))) {
      u = u.add(t);
    }
    return u.divide(scale.denominator());
  }
}
