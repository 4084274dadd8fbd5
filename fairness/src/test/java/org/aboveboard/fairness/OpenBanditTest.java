package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.aboveboard.fairness.estimate.ClickThrough;
import org.aboveboard.fairness.estimate.Impression;
import org.aboveboard.fairness.estimate.OffPolicy;
import org.junit.jupiter.api.Test;

/// The log of a real shop against values that were computed elsewhere, to the last printed digit.
class OpenBanditTest {
  private static final String SHOP = "reference/obd_women_reference.json";
  private static final String FROM_BANDIT = "women/uniform_policy_from_bts";

  @Test
  void estimatesAreThoseOfTheReference() throws IOException {
    var policy = OffPolicy.of(uniform(), 1);
    assertThat(number(policy.ips().value())).isCloseTo(expected("ips"), within(5.0001e-7));
    assertThat(number(policy.snips().value())).isCloseTo(expected("snips"), within(5.0001e-7));
    assertThat(number(policy.clipped(10).value()))
        .isCloseTo(expected("clipped10_ips"), within(5.0001e-7));
    assertThat(policy.effectiveSample()).isCloseTo(expected("ess"), within(5.0001e-3));
    assertThat(number(policy.meanWeight())).isCloseTo(expected("mean_weight"), within(5.0001e-6));
    assertThat(policy.maxWeight()).isCloseTo(expected("max_weight"), within(5.0001e-5));
  }

  @Test
  void tenThousandImpressionsThatAreWorthTwoAreNoGroundForAnEstimate() throws IOException {
    var estimate = OffPolicy.of(uniform()).snips();
    assertThat(estimate.value()).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(estimate.effectiveSample()).isCloseTo(2.08, within(5.0001e-3));
  }

  @Test
  void clicksByPositionAndFeatureAreThoseOfTheReference() throws IOException {
    for (var policy : List.of("random", "bts")) {
      assertThat(assertRates(policy, 3, "ctr_by_position", false)).isEqualTo(3);
      for (int feature = 0; feature < 4; feature++) {
        assertThat(assertRates(policy, 6 + feature, "user_feature_" + feature, true))
            .isGreaterThan(2);
      }
    }
  }

  private static int assertRates(String policy, int column, String name, boolean isCounted)
      throws IOException {
    var table = new ClickThrough.Table();
    for (var row : rows(policy)) {
      table.add(row[column], row[4].equals("1"));
    }
    for (var row : table.rows().entrySet()) {
      var at = "women/" + policy;
      double rate =
          isCounted
              ? Shared.number(SHOP, at, name, row.getKey(), "ctr")
              : Shared.number(SHOP, at, name, row.getKey());
      assertThat(number(row.getValue().rate())).isCloseTo(rate, within(5.0001e-7));
      if (isCounted) {
        assertThat((double) row.getValue().shown())
            .isEqualTo(Shared.number(SHOP, at, name, row.getKey(), "n"));
      }
    }
    return table.rows().size();
  }

  private static List<Impression> uniform() throws IOException {
    return rows("bts").stream()
        .map(
            row -> new Impression(Double.parseDouble(row[4]), Double.parseDouble(row[5]), 1.0 / 46))
        .toList();
  }

  private static List<String[]> rows(String policy) throws IOException {
    try (var lines = Files.lines(Shared.file("obd-women/" + policy + "/women.csv"))) {
      return lines.skip(1).map(line -> line.split(",", 11)).toList();
    }
  }

  private static double expected(String name) throws IOException {
    return Shared.number(SHOP, FROM_BANDIT, name);
  }

  private static double number(Figure figure) {
    return figure.known().orElseThrow();
  }
}
