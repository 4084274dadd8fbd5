package org.aboveboard.fairness.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CoinTest {
  private static final int TOSSES = 40_000;

  @Test
  void aCoinFallsWithItsChance() {
    assertShare(3 / 7.0, coin -> coin.falls(BigInteger.valueOf(3), BigInteger.valueOf(7)));
    assertShare(0, coin -> coin.falls(BigInteger.valueOf(0), BigInteger.valueOf(7)));
    assertShare(1, coin -> coin.falls(BigInteger.valueOf(7), BigInteger.valueOf(7)));
    assertShare(0.5, Coin::isHeads);
  }

  @Test
  void aCoinFallsWithTheChanceOfAPower() {
    for (String x : new String[] {"0", "0.3", "1", "1.7", "4"}) {
      var exponent = Fraction.of(new BigDecimal(x));
      assertShare(Math.exp(-Double.parseDouble(x)), coin -> coin.fallsExp(exponent));
    }
  }

  @Test
  void everyNumberBelowTheBoundComesAsOften() {
    for (long value = 0; value < 5; value++) {
      var sought = BigInteger.valueOf(value);
      assertShare(0.2, coin -> coin.below(BigInteger.valueOf(5)).equals(sought));
    }
    assertShare(1, coin -> coin.below(BigInteger.ONE).signum() == 0);
    assertShare(0.5, coin -> coin.below(BigInteger.TWO.pow(100)).testBit(99));
  }

  @Test
  void fractionsAreExact() {
    assertThat(Fraction.of(new BigDecimal("0.125"))).isEqualTo(Fraction.of(1, 8));
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(Fraction.of(1000, 1));
    assertThat(Fraction.of(2, 3).times(Fraction.of(3, 4))).isEqualTo(Fraction.of(1, 2));
    assertThat(Fraction.of(2, 3).over(Fraction.of(4, 3))).isEqualTo(Fraction.of(1, 2));
    assertThat(Fraction.of(1, 3).distance(Fraction.of(1, 2))).isEqualTo(Fraction.of(1, 6));
    assertThat(Fraction.of(7, 3).floor()).isEqualTo(BigInteger.TWO);
    assertThat(Fraction.of(7, 3).rest()).isEqualTo(Fraction.of(1, 3));
  }

  /// Within five standard errors.
  private static void assertShare(double chance, Predicate<Coin> toss) {
    long seed = 20260807;
    var coin = new Coin(new SplittableRandom(seed));
    int fallen = 0;
    for (int i = 0; i < TOSSES; i++) {
      fallen += toss.test(coin) ? 1 : 0;
    }
    double error = Math.sqrt(chance * (1 - chance) / TOSSES);
    assertThat((double) fallen / TOSSES).as("seed " + seed).isCloseTo(chance, within(5 * error));
  }
}
