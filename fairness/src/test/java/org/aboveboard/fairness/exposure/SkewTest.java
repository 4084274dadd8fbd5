package org.aboveboard.fairness.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

final class SkewTest {
  private static final Split HALVES = Split.of(Map.of("a", 1.0, "b", 1.0));
  private static final Skew LIST = new Skew(List.of("a", "a", "b", "a"), HALVES);

  @Test
  void threeOfFourWhereTwoAreWantedIsLogOneAndAHalf() {
    assertThat(LIST.at("a", 4)).isEqualTo(Figure.of(Math.log(1.5)));
    assertThat(LIST.max(4)).isEqualTo(Figure.of(Math.log(1.5)));
    assertThat(LIST.min(4)).isEqualTo(Figure.of(Math.log(.5)));
  }

  @Test
  void anAbsentGroupIsNamedAndHasNoSkew() {
    assertThat(LIST.absent(2)).containsExactly("b");
    assertThat(LIST.at("b", 2)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(LIST.min(2)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(LIST.max(2)).isEqualTo(Figure.of(Math.log(2)));
    assertThatThrownBy(() -> LIST.max(5)).hasMessageContaining("which is 4");
  }

  @Test
  void ndklIsThatOfAnotherProgram() {
    assertThat(new Skew(List.of("a", "a", "b"), HALVES).ndkl().known())
        .hasValueCloseTo(0.5437959015635332, within(1e-12));
    assertThat(new Skew(List.of("a", "b", "b", "a"), HALVES).ndkl().known())
        .hasValueCloseTo(0.2816450300785086, within(1e-12));
    assertThat(new Skew(List.of(), HALVES).ndkl()).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(new Skew(List.of("c"), HALVES).ndkl())
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  /// .5 and .1 have the mean .3 and the deviation .2.
  @Test
  void parityIsDeviationOverMean() {
    var groups =
        Map.of(
            "head", new RankingParity.Chances(50, 100), "tail", new RankingParity.Chances(20, 200));
    assertThat(RankingParity.rsp(groups).known()).hasValueCloseTo(2 / 3.0, within(1e-12));
    assertThat(RankingParity.reo(Map.of())).isEqualTo(Figure.none(Figure.Why.ONE_GROUP));
    var unseen = Map.of("a", new RankingParity.Chances(0, 9), "b", new RankingParity.Chances(0, 9));
    assertThat(RankingParity.rsp(unseen)).isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  /// 100 interactions: the first item has 60 and is the head, the last have 10 and 5.
  @Test
  void headAndTailAreSharesOfInteractions() {
    var tiers = PopularityTiers.FIFTHS.of(5, 60, 25, 10);
    assertThat(tiers.ofList(1, 2, 3, 0)).containsExactly("head", "mid", "tail", "tail");
    assertThatThrownBy(() -> new PopularityTiers(.5, .5)).hasMessageContaining("leave a middle");
  }

  /// Half of the catalogue is film. A group took 60 % film (B = 1.2) and is given 90 % (B = 1.8).
  @Test
  void biasDisparityIsTheGrowthOfAPreference() {
    var film = new BiasDisparity("film", Split.of(Map.of("film", 50.0, "book", 50.0)));
    var taken = Split.of(Map.of("film", 6.0, "book", 4.0));
    var given = Split.of(Map.of("film", 9.0, "book", 1.0));
    assertThat(film.preference(taken).known()).hasValueCloseTo(1.2, within(1e-12));
    assertThat(film.of(taken, given).known()).hasValueCloseTo(.5, within(1e-12));
    assertThat(film.of(Split.of(Map.of()), given)).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(film.of(Split.of(Map.of("book", 1.0)), given))
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }
}
