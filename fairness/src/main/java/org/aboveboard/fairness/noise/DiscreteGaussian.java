package org.aboveboard.fairness.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Discrete Gaussian noise: k with a chance in proportion to e^(−k²/2σ²), where σ² is the squared
/// sensitivity over 2·rho. Counts to which it is added are rho-zero-concentrated differentially
/// private. Drawn exactly, after algorithm 3 of Canonne, Kamath and Steinke (2020); it has lighter
/// tails than [DiscreteLaplace] and suits many counts published at once.
///
/// @param squaredSensitivity the most that the squares of the changes of all counts published at
///   once add up to when one person joins or leaves: m if each person is in m counts
public record DiscreteGaussian(BigDecimal rho, int squaredSensitivity) implements Noise {
  public DiscreteGaussian {
    rho = Cost.positive(rho, "rho");
    if (squaredSensitivity < 1) {
      throw new IllegalArgumentException("a person who changes no count needs no noise: 1 or more");
    }
  }

  /// Proposes discrete Laplace noise of the scale t, one above the whole number below σ, and keeps
  /// y of it with the chance e^(−(|y| − σ²/t)²/2σ²).
  @Override
  public long draw(RandomGenerator random) {
    var coin = new Coin(random);
    var variance = variance();
    var t = new Fraction(variance.floor().sqrt().add(BigInteger.ONE), BigInteger.ONE);
    var peak = variance.over(t);
    var twice = variance.times(Fraction.of(2, 1));
    while (true) {
      var proposed = DiscreteLaplace.draw(coin, t);
      var off = new Fraction(proposed.abs(), BigInteger.ONE).distance(peak);
      if (coin.fallsExp(off.times(off).over(twice))) {
        return proposed.longValueExact();
      }
    }
  }

  @Override
  public double probability(long value) {
    double variance = variance().roughly();
    return weight((double) value, variance) / total(variance);
  }

  /// That of the normal distribution: the tail of the discrete one from k + 1 on is no heavier than
  /// that of the normal from k on.
  @Override
  public long margin(double chance) {
    double tail = Margin.outside(chance) / 2;
    double sigma = Math.sqrt(variance().roughly());
    return (long)
        Math.max(
            0, Math.ceil(sigma * NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)));
  }

  @Override
  public Cost cost() {
    return new Cost.Concentrated(rho);
  }

  private Fraction variance() {
    return Fraction.of(squaredSensitivity, 1).over(Fraction.of(rho).times(Fraction.of(2, 1)));
  }

  private static double weight(double value, double variance) {
    return Math.exp(-value * value / (2 * variance));
  }

  /// The sum of all weights: direct for a small σ, else σ·√2π, which by Poisson summation is as
  /// close as a double can be.
  private static double total(double variance) {
    if (variance > 100) {
      return Math.sqrt(2 * Math.PI * variance);
    }
    double sum = 1;
    for (int k = 1; weight(k, variance) > 0; k++) {
      sum += 2 * weight(k, variance);
    }
    return sum;
  }
}
