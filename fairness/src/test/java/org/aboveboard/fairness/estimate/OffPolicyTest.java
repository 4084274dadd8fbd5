package org.aboveboard.fairness.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

class OffPolicyTest {
  /// Weights 2, 2, ½ and ½ with rewards 1, 0, 1 and 0: IPS (2 + ½)/4 = .625, SNIPS 2.5/5 = .5,
  /// clipped at 1 (1 + ½)/4 = .375, effective sample 25/8.5.
  @Test
  void aWorkedExample() {
    var policy = OffPolicy.of(four(), 1);
    assertThat(policy.ips().value()).isEqualTo(Figure.of(0.625));
    assertThat(policy.snips().value()).isEqualTo(Figure.of(0.5));
    assertThat(policy.clipped(1).value()).isEqualTo(Figure.of(0.375));
    assertThat(policy.effectiveSample()).isCloseTo(25 / 8.5, within(1e-14));
    assertThat(policy.meanWeight()).isEqualTo(Figure.of(1.25));
  }

  @Test
  void itRefusesWhereTheLogSaysTooLittleAndTellsHowMuchItSays() {
    for (var estimate :
        List.of(
            OffPolicy.of(four()).ips(),
            OffPolicy.of(four()).snips(),
            OffPolicy.of(four()).clipped(1))) {
      assertThat(estimate.value()).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
      assertThat(estimate.low()).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
      assertThat(estimate.effectiveSample()).isCloseTo(25 / 8.5, within(1e-14));
    }
    assertThat(OffPolicy.of(List.of()).ips().value()).isEqualTo(Figure.none(Figure.Why.NOTHING));
    var apart = OffPolicy.of(List.of(new Impression(1, 0.5, 0), new Impression(1, 0.5, 0)), 1);
    assertThat(apart.snips()).isEqualTo(Estimate.none(Figure.Why.NO_SUPPORT, 0));
  }

  @Test
  void aPolicyEstimatedFromItsOwnLogIsTheMean() {
    var log = List.of(new Impression(1, 0.2, 0.2), new Impression(0, 0.7, 0.7));
    assertThat(OffPolicy.of(log, 1).ips().value()).isEqualTo(Figure.of(0.5));
    assertThat(OffPolicy.of(log, 1).effectiveSample()).isEqualTo(2);
  }

  /// Ten items, the logging policy prefers the first, the target the last; item i earns i/20.
  @Test
  void intervalsHoldWhatThePolicyWouldHaveEarned() {
    double[] logged = {.19, .17, .15, .13, .11, .09, .07, .05, .03, .01};
    double truth = 0;
    for (int item = 0; item < 10; item++) {
      truth += logged[9 - item] * item / 20;
    }
    int ips = 0;
    int snips = 0;
    for (long seed = 0; seed < 400; seed++) {
      var policy = OffPolicy.of(log(seed, logged));
      ips += holds(policy.ips(), truth) ? 1 : 0;
      snips += holds(policy.snips(), truth) ? 1 : 0;
    }
    System.out.print("95 % intervals that held: IPS " + ips + ", SNIPS " + snips + " of 400\n");
    assertThat(ips).isGreaterThan(360);
    assertThat(snips).isGreaterThan(360);
  }

  @Test
  void chancesThatAreNoneAreRefused() {
    for (double bad : new double[] {0, -1, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Impression(1, bad, 0.5))
          .withMessageContaining("log it");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Impression(Double.NaN, 0.5, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Impression(1, 0.5, -0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> OffPolicy.of(four(), 0));
  }

  private static List<Impression> four() {
    return List.of(
        new Impression(1, 0.25, 0.5),
        new Impression(0, 0.25, 0.5),
        new Impression(1, 0.5, 0.25),
        new Impression(0, 0.5, 0.25));
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low().known().orElseThrow() <= truth
        && truth <= estimate.high().known().orElseThrow();
  }

  private static List<Impression> log(long seed, double[] logged) {
    var random = new SplittableRandom(seed);
    var log = new ArrayList<Impression>();
    for (int i = 0; i < 2_000; i++) {
      double left = random.nextDouble();
      int item = 0;
      while (item < 9 && left >= logged[item]) {
        left -= logged[item++];
      }
      double reward = random.nextDouble() < item / 20.0 ? 1 : 0;
      log.add(new Impression(reward, logged[item], logged[9 - item]));
    }
    return log;
  }
}
