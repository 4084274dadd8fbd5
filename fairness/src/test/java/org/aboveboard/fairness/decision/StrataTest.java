package org.aboveboard.fairness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.junit.jupiter.api.Test;

class StrataTest {
  /// Women apply where few get in, men where many do: inside both places they are treated alike.
  private static final Strata PARADOX =
      Strata.of(
          Map.of(
              "easy", selected(Map.of("men", new int[] {80, 20}, "women", new int[] {16, 4})),
              "hard", selected(Map.of("men", new int[] {4, 16}, "women", new int[] {20, 80}))));

  @Test
  void whatDiffersOverAllNeedNotDifferInAnyStratum() {
    assertThat(difference(PARADOX.pooled()).known())
        .hasValueCloseTo(84 / 120.0 - 36 / 120.0, within(1e-15));
    assertThat(PARADOX.each(StrataTest::difference))
        .isEqualTo(Map.of("easy", Figure.of(0), "hard", Figure.of(0)));
    assertThat(PARADOX.largest(StrataTest::difference)).isEqualTo(Figure.of(0));
    assertThat(PARADOX.smallest(decisions -> decisions.parity().demographicParityRatio()))
        .isEqualTo(Figure.of(1));
  }

  @Test
  void strataThatSayNothingArePassedOver() {
    var strata =
        Strata.of(
            Map.of(
                "one", selected(Map.of("men", new int[] {5, 5})),
                "two", selected(Map.of("men", new int[] {5, 5}, "women", new int[] {1, 9}))));
    assertThat(strata.each(StrataTest::difference).get("one"))
        .isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    assertThat(strata.largest(StrataTest::difference)).isEqualTo(Figure.of(0.4));
    assertThat(Strata.of(Map.of()).largest(StrataTest::difference))
        .isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
  }

  @Test
  void aStratumWithASmallGroupIsLeftOutWithOneMore() {
    var strata =
        Strata.of(
            Map.of(
                "low", selected(Map.of("men", new int[] {20, 20}, "women", new int[] {1, 1})),
                "middle", selected(Map.of("men", new int[] {20, 20}, "women", new int[] {6, 6})),
                "high", selected(Map.of("men", new int[] {20, 20}, "women", new int[] {9, 9}))));
    assertThat(strata.above(new Floor(5)).byStratum().keySet()).isEqualTo(Set.of("high"));
    assertThat(strata.above(new Floor(2)).byStratum()).hasSize(3);
  }

  /// A group's total less what is shown of it in strata is nobody, or as many as the floor asks
  /// for.
  @Test
  void totalsBesideStrataGiveNobodyAway() {
    var floor = new Floor(5);
    for (long seed = 0; seed < 2_000; seed++) {
      var strata = random(new SplittableRandom(seed));
      var totals = strata.pooled().above(floor).people();
      var shown = strata.above(floor);
      for (var decisions : shown.byStratum().values()) {
        assertThat(decisions.people().values()).as("seed " + seed).allMatch(n -> n >= 5);
      }
      var left = shown.pooled().people();
      totals.forEach((group, total) ->
          assertThat(total - left.getOrDefault(group, 0L))
              .matches(hidden -> hidden == 0 || hidden >= 5));
      assertThat(totals.keySet()).as("seed " + seed).containsAll(left.keySet());
    }
  }

  private static Strata random(SplittableRandom random) {
    var strata = new TreeMap<String, Decisions>();
    for (int stratum = random.nextInt(6); stratum > 0; stratum--) {
      var groups = new TreeMap<String, int[]>();
      for (int group = random.nextInt(5); group > 0; group--) {
        groups.put("g" + random.nextInt(5), new int[] {random.nextInt(20), random.nextInt(20)});
      }
      strata.put("s" + stratum, selected(groups));
    }
    return new Strata(strata);
  }

  private static Figure difference(Decisions decisions) {
    return decisions.parity().demographicParityDifference();
  }

  private static Decisions selected(Map<String, int[]> yesAndNo) {
    var groups = new TreeMap<String, Confusion>();
    yesAndNo.forEach((group, n) -> groups.put(group, new Confusion(n[0], 0, 0, n[1])));
    return new Decisions(groups);
  }
}
