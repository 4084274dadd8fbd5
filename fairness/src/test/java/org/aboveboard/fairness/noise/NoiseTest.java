package org.aboveboard.fairness.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final int DRAWS = 20_000;

  private static final List<Noise> NOISES =
      List.of(
          laplace("1", 1),
          laplace("0.3", 1),
          laplace("2.5", 3),
          gaussian("0.5", 1),
          gaussian("0.02", 1),
          gaussian("4", 7),
          gaussian("2", 1));

  @Test
  void drawsAreOfTheExactDistribution() {
    assertExact(DRAWS, 20260804);
  }

  @Test
  @Tag("full")
  void halfAMillionDrawsAreOfTheExactDistribution() {
    assertExact(500_000, 20260808);
  }

  private static void assertExact(int draws, long seed) {
    var random = new SplittableRandom(seed);
    for (var noise : NOISES) {
      double p = goodness(noise, noise, draws, random);
      System.out.println("chi-squared of " + noise + ", seed " + seed + ": p = " + p);
      assertThat(p).as(noise + ", seed " + seed).isGreaterThan(1e-4);
    }
  }

  /// The same test sees noise that is a tenth too narrow, so it can fail.
  @Test
  void drawsOfAnotherDistributionAreToldApart() {
    var random = new SplittableRandom(20260805);
    assertThat(goodness(laplace("1.1", 1), laplace("1", 1), DRAWS, random)).isLessThan(1e-4);
    assertThat(goodness(gaussian("0.022", 1), gaussian("0.02", 1), DRAWS, random)).isLessThan(1e-4);
  }

  /// Of two counts that one person sets apart, each answer is at most e^epsilon as likely with one
  /// as with the other, up to five standard errors of the logarithm of a ratio of counts.
  @Test
  void oneMorePersonChangesNoAnswersChanceByMoreThanEpsilon() {
    long seed = 20260806;
    var random = new SplittableRandom(seed);
    for (String epsilon : List.of("0.3", "1")) {
      var noise = laplace(epsilon, 1);
      var without = answers(100, noise, random);
      var with = answers(101, noise, random);
      double most = 0;
      for (var answer : without.entrySet()) {
        long one = answer.getValue();
        long other = with.getOrDefault(answer.getKey(), 0L);
        if (one >= 200 && other >= 200) {
          double ratio = Math.abs(Math.log((double) one / other));
          double error = Math.sqrt(1.0 / one + 1.0 / other);
          assertThat(ratio)
              .as("seed " + seed)
              .isLessThan(noise.epsilon().doubleValue() + 5 * error);
          most = Math.max(most, ratio);
        }
      }
      System.out.println(
          "largest privacy loss at epsilon " + epsilon + ", seed " + seed + ": " + most);
      assertThat(most).isGreaterThan(noise.epsilon().doubleValue() * 0.8);
    }
  }

  @Test
  void chancesAddUpToOneAndTheMarginHoldsAsMuchAsItSays() {
    for (var noise : NOISES) {
      double sum = LongStream.rangeClosed(-2_000, 2_000).mapToDouble(noise::probability).sum();
      assertThat(sum).as("" + noise).isCloseTo(1, within(1e-12));
      for (double chance : new double[] {0.1, 0.5, 0.9, 0.95, 0.999}) {
        long margin = noise.margin(chance);
        double held = LongStream.rangeClosed(-margin, margin).mapToDouble(noise::probability).sum();
        assertThat(held).as(noise + " within " + margin).isGreaterThanOrEqualTo(chance - 1e-12);
      }
    }
  }

  @Test
  void theMarginOfLaplaceIsTheLeast() {
    var noise = laplace("0.3", 1);
    long margin = noise.margin(0.95);
    assertThat(LongStream.range(-margin + 1, margin).mapToDouble(noise::probability).sum())
        .isLessThan(0.95);
  }

  @Test
  void theSameSeedGivesTheSameNoise() {
    for (var noise : NOISES) {
      assertThat(noise.draw(new SplittableRandom(7)))
          .isEqualTo(noise.draw(new SplittableRandom(7)));
    }
  }

  @Test
  void noiseWithoutSenseIsRefused() {
    for (String epsilon : List.of("0", "-1", "0.0000000001", "1000000")) {
      assertThatIllegalArgumentException().isThrownBy(() -> laplace(epsilon, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> gaussian(epsilon, 1));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> laplace("1", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> gaussian("1", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> laplace("0.000000001", Integer.MAX_VALUE))
        .withMessageContaining("raise epsilon");
    assertThatIllegalArgumentException().isThrownBy(() -> laplace("1", 1).margin(1));
  }

  /// The p of draws of one noise, if they were of the other. Of each side, what is expected fewer
  /// than ten times is put together.
  private static double goodness(Noise drawn, Noise claimed, int draws, RandomGenerator random) {
    int reach = reach(claimed, draws);
    var observed = new long[2 * reach + 3];
    for (int i = 0; i < draws; i++) {
      observed[Math.clamp(drawn.draw(random), -reach - 1, reach + 1) + reach + 1]++;
    }
    var expected = new double[observed.length];
    for (int value = -reach; value <= reach; value++) {
      expected[value + reach + 1] = draws * claimed.probability(value);
    }
    double beyond = (draws - DoubleStream.of(expected).sum()) / 2;
    expected[0] = beyond;
    expected[expected.length - 1] = beyond;
    return ChiSquareTest.withDefaults().test(expected, observed).getPValue();
  }

  /// The largest value beyond which ten draws or more are expected.
  private static int reach(Noise noise, int draws) {
    int reach = 0;
    double beyond = (1 - noise.probability(0)) / 2 - noise.probability(1);
    while (beyond * draws >= 10) {
      reach++;
      beyond -= noise.probability(reach + 1L);
    }
    return reach;
  }

  private static Map<Long, Long> answers(long count, Noise noise, RandomGenerator random) {
    var answers = new TreeMap<Long, Long>();
    for (int i = 0; i < DRAWS; i++) {
      answers.merge(count + noise.draw(random), 1L, Long::sum);
    }
    return answers;
  }

  private static DiscreteLaplace laplace(String epsilon, int sensitivity) {
    return new DiscreteLaplace(new BigDecimal(epsilon), sensitivity);
  }

  private static DiscreteGaussian gaussian(String rho, int squared) {
    return new DiscreteGaussian(new BigDecimal(rho), squared);
  }
}
