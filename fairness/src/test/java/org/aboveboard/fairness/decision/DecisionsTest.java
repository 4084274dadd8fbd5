package org.aboveboard.fairness.decision;

import static org.aboveboard.fairness.decision.Parity.Aggregate.MEAN;
import static org.aboveboard.fairness.decision.Parity.Aggregate.WORST_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static final Figure SHARE_OF_NOTHING = Figure.none(Figure.Why.SHARE_OF_NOTHING);

  @Test
  void theGuideOfFairlearnIsReproduced() {
    var guide = Guide.decisions();
    assertThat(guide.byGroup())
        .containsExactly(
            Map.entry("a", new Confusion(1, 2, 1, 0)),
            Map.entry("b", new Confusion(3, 0, 2, 1)),
            Map.entry("c", new Confusion(2, 2, 3, 1)));
    assertThat(guide.overall()).isEqualTo(new Confusion(6, 4, 6, 2));
    assertThat(guide.overall().rate(Rate.FALSE_POSITIVE)).isEqualTo(Figure.of(4 / 6.0));
    var parity = guide.parity();
    assertThat(parity.demographicParityDifference()).isEqualTo(Figure.of(0.25));
    assertThat(parity.demographicParityRatio()).isEqualTo(Figure.of(0.5 / 0.75));
    assertThat(parity.equalOpportunityDifference()).isEqualTo(Figure.of(0.6 - 0.4));
    assertThat(parity.equalOpportunityRatio()).isEqualTo(Figure.of(0.4 / 0.6));
    assertThat(parity.falsePositiveRateDifference()).isEqualTo(Figure.of(1));
    assertThat(parity.falsePositiveRateRatio()).isEqualTo(Figure.of(0));
    assertThat(parity.equalizedOddsDifference(WORST_CASE)).isEqualTo(Figure.of(1));
    assertThat(parity.equalizedOddsDifference(MEAN)).isEqualTo(Figure.of((0.6 - 0.4 + 1) / 2));
    assertThat(parity.equalizedOddsRatio(WORST_CASE)).isEqualTo(Figure.of(0));
    assertThat(parity.equalizedOddsRatio(MEAN)).isEqualTo(Figure.of(0.4 / 0.6 / 2));
    assertThat(parity.predictiveParityDifference()).isEqualTo(Figure.of(1 - 1 / 3.0));
    assertThat(parity.accuracyDifference()).isEqualTo(Figure.of(4 / 6.0 - 0.25));
    assertThat(parity.fourFifthsRule()).isEqualTo(FourFifths.BROKEN);
  }

  @Test
  void oneSideAgainstTheOtherHasSigns() {
    var contrast = Guide.decisions().contrast(List.of("c"), List.of("a", "b"));
    assertThat(contrast.privileged()).isEqualTo(new Confusion(4, 2, 3, 1));
    close(contrast.statisticalParityDifference(), 0.5 - 0.6);
    close(contrast.disparateImpact(), 0.5 / 0.6);
    close(contrast.averageOddsDifference(), (2 / 5.0 - 4 / 7.0) / 2);
    close(contrast.averageAbsoluteOddsDifference(), (4 / 7.0 - 2 / 5.0) / 2);
    close(contrast.difference(Rate.FALSE_OMISSION), 3 / 4.0 - 3 / 4.0);
    close(contrast.difference(Rate.FALSE_DISCOVERY), 2 / 4.0 - 2 / 6.0);
    close(contrast.ratio(Rate.FALSE_NEGATIVE), (3 / 5.0) / (3 / 7.0));
    close(contrast.ratio(Rate.ERROR), (5 / 8.0) / (5 / 10.0));
  }

  @Test
  void aContrastIsOfGroupsThatExistEachOnOneSide() {
    var guide = Guide.decisions();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> guide.contrast(List.of("z"), List.of("a")))
        .withMessageContaining("[a, b, c]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> guide.contrast(List.of("a"), List.of("a", "b")));
    assertThat(guide.contrast(List.of(), List.of("a")).disparateImpact())
        .isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  @Test
  void aRateOfNobodyIsNoneAndSoIsItsComparison() {
    var none = new Confusion(0, 3, 0, 4);
    var decisions = Decisions.of(Map.of("a", none, "b", new Confusion(2, 0, 1, 4)));
    assertThat(none.rate(Rate.TRUE_POSITIVE)).isEqualTo(SHARE_OF_NOTHING);
    assertThat(decisions.parity().equalOpportunityDifference()).isEqualTo(SHARE_OF_NOTHING);
    assertThat(decisions.parity().equalizedOddsDifference(MEAN)).isEqualTo(SHARE_OF_NOTHING);
    close(decisions.parity().falsePositiveRateDifference(), 3 / 7.0);
  }

  @Test
  void fewerThanTwoGroupsAreNotCompared() {
    for (var decisions :
        List.of(Decisions.of(Map.of()), Decisions.of(Map.of("a", new Confusion(1, 1, 1, 1))))) {
      for (var rate : Rate.values()) {
        assertThat(decisions.difference(rate)).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
        assertThat(decisions.ratio(rate)).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
      }
      assertThat(decisions.parity().fourFifthsRule()).isEqualTo(FourFifths.UNKNOWN);
    }
  }

  @Test
  void nobodySelectedAnywhereIsNoRatio() {
    var none = Decisions.of(Map.of("a", new Confusion(0, 0, 3, 4), "b", new Confusion(0, 0, 1, 4)));
    assertThat(none.parity().demographicParityRatio()).isEqualTo(SHARE_OF_NOTHING);
    assertThat(none.parity().demographicParityDifference()).isEqualTo(Figure.of(0));
    assertThat(none.parity().fourFifthsRule()).isEqualTo(FourFifths.UNKNOWN);
  }

  /// Whatever the counts: no rate leaves 0 to 1, what is complementary adds up to 1, and groups
  /// that are alike have no difference.
  @Test
  void ratesAreSharesAndEqualGroupsDifferInNothing() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new SplittableRandom(seed);
      var counts = random.longs(4, 0, 6).toArray();
      var confusion = new Confusion(counts[0], counts[1], counts[2], counts[3]);
      for (var rate : Rate.values()) {
        assertThat(confusion.rate(rate).known().orElse(0)).as("seed " + seed).isBetween(0.0, 1.0);
        var twice = Decisions.of(Map.of("a", confusion, "b", confusion.plus(confusion)));
        assertThat(twice.difference(rate).known().orElse(0)).as("seed " + seed).isZero();
      }
      assertOpposite(confusion, Rate.TRUE_POSITIVE, Rate.FALSE_NEGATIVE, seed);
      assertOpposite(confusion, Rate.FALSE_POSITIVE, Rate.TRUE_NEGATIVE, seed);
      assertOpposite(confusion, Rate.POSITIVE_PREDICTIVE_VALUE, Rate.FALSE_DISCOVERY, seed);
      assertOpposite(confusion, Rate.ACCURACY, Rate.ERROR, seed);
    }
  }

  @Test
  void aMillionGroupsAreCompared() {
    var groups = new HashMap<String, Confusion>();
    for (int i = 0; i < 1_000_000; i++) {
      groups.put("g" + i, i == 7 ? new Confusion(0, 0, 1, 1) : new Confusion(1, 1, 1, 1));
    }
    assertThat(Decisions.of(groups).parity().demographicParityDifference())
        .isEqualTo(Figure.of(0.5));
  }

  @Test
  void groupsBelowTheFloorAreLeftOutWithWhatWouldGiveThemAway() {
    var decisions = Guide.decisions().above(new Floor(5));
    assertThat(decisions.byGroup().keySet()).isEqualTo(Set.of("c"));
    assertThat(Guide.decisions().selections().above(new Floor(5)).byGroup()).hasSize(1);
    assertThat(Guide.decisions().above(new Floor(4)).byGroup()).hasSize(3);
  }

  @Test
  void badOutcomesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Confusion(1, -1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome(" ", true, false))
        .withMessageContaining("name the group");
    assertThat(Decisions.count(Stream.of()).overall().rate(Rate.ACCURACY))
        .isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  private static void assertOpposite(Confusion confusion, Rate one, Rate other, long seed) {
    var both = Both.of(confusion.rate(one), confusion.rate(other), Double::sum);
    assertThat(both.known().orElse(1)).as("seed " + seed).isCloseTo(1, within(1e-15));
  }

  private static void close(Figure figure, double expected) {
    assertThat(figure.known()).hasValueCloseTo(expected, within(1e-15));
  }
}
