package org.aboveboard.fairness.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.GroupMean;
import org.aboveboard.fairness.Sample;
import org.junit.jupiter.api.Test;

class QualityTest {
  private static final Floor TWO = new Floor(2);

  /// Means are 0.2, 0.4 and 0.8; all pairs lie 0.2, 0.4 and 0.6 apart.
  private static final Quality WORKED =
      Quality.of(
          Map.of(
              "casual", Sample.of(0.1, 0.3),
              "regular", Sample.of(0.4, 0.4, 0.4),
              "devoted", Sample.of(0.7, 0.9)),
          TWO);

  @Test
  void gapsOfThreeGroupsCanBeFollowedByHand() {
    close(WORKED.gap(), 0.6);
    close(WORKED.ratio(), 0.25);
    close(WORKED.meanAbsoluteDifference(), (0.2 + 0.4 + 0.6) / 3);
    close(WORKED.userOrientedFairness("devoted", "regular"), 0.4);
    assertThat(WORKED.worst().map(GroupMean.Shown::group)).contains("casual");
    assertThat(WORKED.samples().keySet()).containsExactly("casual", "devoted", "regular");
  }

  @Test
  void aGroupBelowTheFloorIsInNothing() {
    var quality =
        Quality.of(
            Map.of(
                "few", Sample.of(9, 9),
                "some", Sample.of(1, 1, 1, 1),
                "many", Sample.of(2, 2, 2, 2, 2),
                "more", Sample.of(3, 3, 3, 3, 3)),
            new Floor(5));
    assertThat(quality.samples().keySet()).containsExactly("many", "more");
    close(quality.gap(), 1);
    assertThat(quality.userOrientedFairness("few", "many"))
        .isEqualTo(Figure.none(Figure.Why.TOO_FEW));
  }

  @Test
  void fewerThanTwoGroupsHaveNoGap() {
    for (var quality :
        Set.of(
            Quality.of(Map.of(), TWO),
            Quality.of(Map.of("a", Sample.of(1, 2)), TWO),
            Quality.of(Map.of("a", Sample.of(1, 2), "b", Sample.of()), TWO))) {
      var none = Figure.none(Figure.Why.ONE_GROUP);
      assertThat(quality.gap()).isEqualTo(none);
      assertThat(quality.ratio()).isEqualTo(none);
      assertThat(quality.meanAbsoluteDifference()).isEqualTo(none);
    }
    assertThat(Quality.of(Map.of(), TWO).worst()).isEmpty();
  }

  @Test
  void aRatioIsOfSomethingAndOfNoLosses() {
    assertThat(Quality.of(Map.of("a", Sample.of(0, 0), "b", Sample.of(0, 0)), TWO).ratio())
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
    var losses = Quality.of(Map.of("a", Sample.of(-1, 0), "b", Sample.of(1, 1)), TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(losses::ratio)
        .withMessageContaining("use the gap");
  }

  @Test
  void manyGroupsAreCompared() {
    var groups = new HashMap<String, Sample>();
    for (int i = 0; i < 50_000; i++) {
      groups.put("g" + i, Sample.of(i % 2, i % 2));
    }
    var quality = Quality.of(groups, TWO);
    close(quality.gap(), 1);
    close(quality.meanAbsoluteDifference(), 25_000.0 * 25_000 / (50_000.0 * 49_999 / 2));
  }

  /// Active people are served at 0.8, others at 0.2, and more of the men are active.
  @Test
  void whatActivityExplainsIsNoGapInsideTheStrata() {
    var strata =
        Strata.of(
            Map.of(
                "active", Map.of("men", constant(30, 0.8), "women", constant(10, 0.8)),
                "others", Map.of("men", constant(10, 0.2), "women", constant(30, 0.2))),
            new Floor(10));
    assertThat(strata.withheld()).isEmpty();
    for (var gap : strata.each(Quality::gap).values()) {
      close(gap, 0);
    }
  }

  @Test
  void strataWithSmallGroupsAreWithheldWithOneMore() {
    var strata =
        Strata.of(
            Map.of(
                "low", Map.of("men", constant(40, 1), "women", constant(2, 1)),
                "middle", Map.of("men", constant(40, 1), "women", constant(9, 1)),
                "high", Map.of("men", constant(40, 1), "women", constant(20, 1))),
            new Floor(5));
    assertThat(strata.withheld()).isEqualTo(Set.of("low", "middle"));
    assertThat(strata.shown().keySet()).containsExactly("high");
  }

  /// A group's total less what is shown of it in strata is nobody, or as many as the floor asks
  /// for.
  @Test
  void totalsBesideStrataGiveNobodyAway() {
    var floor = new Floor(5);
    for (long seed = 0; seed < 2_000; seed++) {
      var cells = cells(new SplittableRandom(seed));
      var totals = new TreeMap<String, Long>();
      cells
          .values()
          .forEach(groups -> groups.forEach((g, s) -> totals.merge(g, (long) s.size(), Long::sum)));
      var left = new TreeMap<>(totals);
      left.keySet().removeAll(floor.withheld(totals));
      for (var quality : Strata.of(cells, floor).shown().values()) {
        assertThat(quality.comparison().groups())
            .as("seed " + seed)
            .allMatch(GroupMean.Shown.class::isInstance);
        quality
            .samples()
            .forEach((group, shown) -> left.merge(group, (long) -shown.size(), Long::sum));
      }
      assertThat(left.values()).as("seed " + seed).allMatch(hidden -> hidden == 0 || hidden >= 5);
    }
  }

  private static Map<String, Map<String, Sample>> cells(SplittableRandom random) {
    var cells = new TreeMap<String, Map<String, Sample>>();
    for (int stratum = random.nextInt(6); stratum > 0; stratum--) {
      var groups = new TreeMap<String, Sample>();
      for (int group = random.nextInt(5); group > 0; group--) {
        groups.put("g" + random.nextInt(5), constant(random.nextInt(30), 1));
      }
      cells.put("s" + stratum, groups);
    }
    return cells;
  }

  private static Sample constant(int people, double value) {
    var values = new double[people];
    Arrays.fill(values, value);
    return Sample.of(values);
  }

  private static void close(Figure figure, double expected) {
    assertThat(figure.known()).hasValueCloseTo(expected, within(1e-12));
  }
}
