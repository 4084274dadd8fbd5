package org.aboveboard.fairness.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class GroupExposureTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final ItemGroups SHOPS = ItemGroups.of(List.of("a", "a", "b", "b"));
  private static final Figure NOTHING = Figure.none(Figure.Why.NOTHING);

  /// The measured weights 3 and 1: item 0 stands first twice, item 2 second twice.
  private static final ItemExposure SEEN =
      ItemExposure.of(
          4, List.of(new int[] {0, 2}, new int[] {0, 2}), PositionWeights.measured(3, 1));

  @Test
  void placesWeighAsTheFieldHasIt() {
    assertThat(PositionWeights.log().first(3))
        .containsExactly(new double[] {1, .63093, .5}, within(5e-6));
    assertThat(PositionWeights.geometric().first(3))
        .containsExactly(new double[] {1, .85, .7225}, CLOSE);
    assertThatThrownBy(() -> PositionWeights.measured(.1, .05).at(3))
        .hasMessageContaining("cut the lists to 2 places");
    assertThatThrownBy(() -> PositionWeights.log().at(0)).hasMessageContaining("from 1");
    assertThatThrownBy(() -> PositionWeights.measured(0, Double.NaN)).hasMessageContaining("rates");
    assertThatThrownBy(() -> new PositionWeights.Geometric(1)).hasMessageContaining(".85");
  }

  @Test
  void exposureAddsUpByItemAndByGroup() {
    assertThat(SEEN.amounts()).containsExactly(6, 0, 2, 0);
    assertThat(SEEN.by(SHOPS).amounts()).isEqualTo(Map.of("a", 6.0, "b", 2.0));
    assertThat(SEEN.mean(SHOPS, "a")).isEqualTo(Figure.of(3));
    assertThatThrownBy(() -> ItemExposure.of(4, List.of(new int[] {4}), PositionWeights.log()))
        .hasMessageContaining("number the items from 0");
  }

  /// a has 6 of 8 where half of the catalogue is its own: 1.5 times its target, and b half.
  @Test
  void disparityIsShareOverTarget() {
    var disparity = new Disparity(SEEN.by(SHOPS), SHOPS.catalogue());
    assertThat(disparity.of("a")).isEqualTo(Figure.of(1.5));
    assertThat(disparity.of("b")).isEqualTo(Figure.of(.5));
    assertThat(disparity.logRatio("b")).isEqualTo(Figure.of(Math.log(.5)));
    assertThat(disparity.minMaxRatio().known()).hasValueCloseTo(1 / 3.0, CLOSE);
    assertThat(disparity.awrf("b")).isEqualTo(Figure.of(.25));
  }

  @Test
  void awrfIsOneLessTheDivergence() {
    var got = Split.of(Map.of("a", 9.0, "b", 1.0));
    assertThat(new Disparity(got, SHOPS.catalogue()).awrf().known())
        .hasValueCloseTo(1 - 0.14679310243605215, CLOSE);
    assertThat(new Disparity(SHOPS.catalogue(), SHOPS.catalogue()).awrf()).isEqualTo(Figure.of(1));
  }

  @Test
  void nothingShownAndOneGroupHaveNoDisparity() {
    var nothing = ItemExposure.of(4, List.of(), PositionWeights.log()).by(SHOPS);
    var none = new Disparity(nothing, SHOPS.catalogue());
    assertThat(List.of(none.of("a"), none.minMaxRatio(), none.awrf(), none.awrf("a")))
        .containsOnly(NOTHING);
    var alone = Split.of(Map.of("a", 1.0));
    assertThat(new Disparity(alone, alone).minMaxRatio())
        .isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    assertThat(new Disparity(alone, alone).awrf()).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    assertThat(new Disparity(SHOPS.catalogue(), alone).of("b"))
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
    assertThat(new Disparity(alone, SHOPS.catalogue()).logRatio("b")).isEqualTo(NOTHING);
    assertThatThrownBy(() -> Split.of(Map.of("a", Double.NaN))).hasMessageContaining("left out");
  }

  /// Two items, the second twice as relevant and never seen: |1 − 1/3| + |0 − 2/3|.
  @Test
  void iaaIsTheDistanceOfAttentionAndRelevance() {
    var first = ItemExposure.of(2, List.of(new int[] {0}), PositionWeights.log());
    assertThat(first.iaa(1, 2).known()).hasValueCloseTo(4 / 3.0, CLOSE);
    assertThat(first.iaa(5, 0)).isEqualTo(Figure.of(0));
    assertThat(first.iaa(0, 0)).isEqualTo(NOTHING);
  }

  @Test
  void ratiosOfTwoGroupsAreThoseOfSinghAndJoachims() {
    var g0 = new GroupReturn(.8, .4, .2);
    var g1 = new GroupReturn(.4, .4, .05);
    assertThat(GroupReturn.logDp(g0, g1).known()).hasValueCloseTo(Math.log(2), within(1e-5));
    assertThat(GroupReturn.logEur(g0, g1).known()).hasValueCloseTo(Math.log(2), within(1e-5));
    assertThat(GroupReturn.logRur(g0, g1).known()).hasValueCloseTo(Math.log(4), within(1e-4));
    assertThat(GroupReturn.logDp(g0, new GroupReturn(0, 1, 0)).known()).isPresent();
    var unseen = new GroupReturn(0, 0, 0);
    assertThat(GroupReturn.logDp(unseen, unseen)).isEqualTo(NOTHING);
    assertThat(GroupReturn.logEur(g0, unseen)).isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  /// Two relevant items and one that is not, weights 1, .5 and .25: the relevant should have .75
  /// each. A ranker that always puts the same first gives them 1 and .5.
  @Test
  void lossIsDisparityLessRelevancePlusTarget() {
    int[] relevance = {1, 1, 0};
    var target = ExpectedExposure.target(relevance, PositionWeights.measured(1, .5, .25));
    assertThat(target).containsExactly(.75, .75, .25);
    var exposure = ExpectedExposure.of(new double[] {1, .5, .25}, target);
    assertThat(exposure.eel()).isCloseTo(2 * .0625, CLOSE);
    assertThat(exposure.eed()).isCloseTo(1.3125, CLOSE);
    assertThat(exposure.eer()).isCloseTo(2 * (.75 + .375 + .0625), CLOSE);
    double square = .75 * .75 * 2 + .0625;
    assertThat(exposure.eel()).isCloseTo(exposure.eed() - exposure.eer() + square, CLOSE);
    assertThatThrownBy(() -> ExpectedExposure.of(new double[] {1}, target))
        .hasMessageContaining("one target");
  }

  @Test
  void aMillionGroupsAreCompared() {
    int n = 1_000_000;
    var groups = ItemGroups.of(IntStream.range(0, n).mapToObj(i -> "g" + i).toList());
    var amounts = IntStream.range(0, n).mapToDouble(i -> i % 2 + 1).toArray();
    var disparity = new Disparity(groups.split(amounts), groups.catalogue());
    assertThat(disparity.minMaxRatio().known()).hasValueCloseTo(.5, CLOSE);
    assertThat(disparity.of("g1").known()).hasValueCloseTo(2 / 1.5, CLOSE);
  }
}
