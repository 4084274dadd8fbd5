package org.aboveboard.fairness.variety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class VarietyTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final Figure NOTHING = Figure.none(Figure.Why.NOTHING);
  private static final PopularityBias BIAS = PopularityBias.of(100, 10, 4, 0);

  /// Lists of mean popularity 55 and 2; of each half and all are of the long tail.
  @Test
  void popularityIsAveragedOverPeople() {
    var lists = List.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {});
    assertThat(BIAS.arp(lists)).isEqualTo(Figure.of(28.5));
    assertThat(BIAS.aplt(lists, 10)).isEqualTo(Figure.of(.75));
    assertThat(BIAS.aclt(lists, 10)).isEqualTo(Figure.of(1.5));
    assertThat(BIAS.arp(List.of())).isEqualTo(NOTHING);
    assertThatThrownBy(() -> BIAS.arp(List.of(new int[] {4}))).hasMessageContaining("catalogue");
  }

  /// From a mean of 10 to one of 55 it is 4.5 times more.
  @Test
  void deltaGapIsTheGrowthOfPopularity() {
    var profiles = List.of(new int[] {1});
    var lists = List.of(new int[] {0, 1});
    assertThat(BIAS.deltaGap(profiles, lists)).isEqualTo(Figure.of(4.5));
    assertThat(BIAS.deltaGap(List.of(), lists)).isEqualTo(NOTHING);
    assertThat(BIAS.deltaGap(List.of(new int[] {3}), lists))
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  @Test
  void concentrationByHand() {
    var halves = Concentration.of(2, 2, 0, 0);
    assertThat(halves.entropy().known()).hasValueCloseTo(1.0, CLOSE);
    assertThat(Concentration.of(5, 5, 5, 5).entropy()).isEqualTo(Figure.of(2));
    assertThat(halves.hhi()).isEqualTo(Figure.of(.5));
    assertThat(halves.topPercentShare()).isEqualTo(Figure.of(.5));
    var hundreds =
        Concentration.of(IntStream.range(0, 200).mapToDouble(i -> i == 7 ? 51 : 1).toArray());
    assertThat(hundreds.topPercentShare()).isEqualTo(Figure.of(52 / 250.0));
    assertThat(Concentration.of(0, 0).entropy()).isEqualTo(NOTHING);
    assertThat(Concentration.of().topPercentShare()).isEqualTo(NOTHING);
    assertThatThrownBy(() -> Concentration.of(1, Double.NaN)).hasMessageContaining("0 or more");
  }

  /// Similarities 1, .5 and 0 of the three pairs.
  @Test
  void diversityIsTheMeanOverPairs() {
    Similarity similarity = (one, other) -> 1 - Math.abs(one - other) / 2.0;
    assertThat(similarity.ild(0, 0, 2).known()).hasValueCloseTo(2 / 3.0, CLOSE);
    assertThat(similarity.ild(0, 1, 2).known()).hasValueCloseTo((.5 + .5 + 1) / 3, CLOSE);
    assertThat(similarity.ild(1)).isEqualTo(Figure.none(Figure.Why.TOO_FEW));
  }

  /// Of 8 people 8, 2 and 1 chose the items: 0, 2 and 3 bits.
  @Test
  void noveltyIsInBits() {
    var novelty = Novelty.of(8, 8, 2, 1, 0);
    assertThat(novelty.selfInformation(0, 1, 2).known()).hasValueCloseTo(5 / 3.0, CLOSE);
    assertThat(novelty.selfInformation(3)).isEqualTo(Figure.none(Figure.Why.NO_SUPPORT));
    assertThat(novelty.selfInformation()).isEqualTo(NOTHING);
    assertThatThrownBy(() -> Novelty.of(8, 9)).hasMessageContaining("more than all");
  }

  /// Weights 1 and .5, complements 0 and .75, of 16 choices 8 and 2: 1 and 3 bits.
  @Test
  void epcAndEfdWeighPlacesAndRelevance() {
    var novelty = Novelty.of(8, 8, 2, 6);
    var weights = PositionWeights.measured(1, .5);
    assertThat(novelty.epc(weights, _ -> 1, 0, 1).known()).hasValueCloseTo(.375 / 1.5, CLOSE);
    assertThat(novelty.efd(weights, _ -> 1, 0, 1).known()).hasValueCloseTo(2.5 / 1.5, CLOSE);
    assertThat(novelty.efd(weights, item -> item, 0, 1).known()).hasValueCloseTo(1.0, CLOSE);
    assertThat(novelty.epc(weights, _ -> 1)).isEqualTo(NOTHING);
  }

  /// Two items of topic 0, one of topic 1. Best is one of each, then the other: 1 + log2 weights
  /// .63093 · 1 + .5 · .5. The list that repeats topic 0 first has 1 + .63093 · .5 + .5 · 1.
  @Test
  void aRepeatedTopicGainsHalf() {
    var zero = new int[] {0};
    var one = new int[] {1};
    double second = Math.log(2) / Math.log(3);
    var figure = AlphaNdcg.HALF.of(List.of(zero, zero, one), List.of(zero, zero, one), 2);
    assertThat(figure.known()).hasValueCloseTo((1 + second / 2 + .5) / (1 + second + .25), CLOSE);
    assertThat(AlphaNdcg.HALF.of(List.of(zero, one), List.of(zero, zero, one), 2).known())
        .hasValueCloseTo(1.0, CLOSE);
    assertThat(AlphaNdcg.HALF.of(List.of(zero), List.of(), 2))
        .isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
  }

  /// Topic 0: half are satisfied at 1, a quarter at 2. Topic 1: half at 2.
  @Test
  void errIaIsTheMeanReciprocalPlaceOfSatisfaction() {
    var list = List.of(new double[] {.5, 0}, new double[] {.5, .5});
    assertThat(ErrIa.of(new double[] {.6, .4}, list).known())
        .hasValueCloseTo(.6 * (.5 + .125) + .4 * .25, CLOSE);
    assertThat(ErrIa.satisfies(1, 1)).isEqualTo(.5);
    assertThat(ErrIa.of(new double[] {1}, List.of())).isEqualTo(NOTHING);
    assertThatThrownBy(() -> ErrIa.of(new double[] {1, 1}, list)).hasMessageContaining("divide");
    assertThatThrownBy(() -> ErrIa.of(new double[] {1}, list)).hasMessageContaining("every topic");
    assertThatThrownBy(() -> AlphaNdcg.HALF.of(List.of(new int[] {2}), List.of(), 2))
        .hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> Novelty.of(8, 1).selfInformation(1)).hasMessageContaining("item 1");
  }

  @Test
  void homogenisationIsTheMeanJaccardIndex() {
    var random = new SplittableRandom(1);
    var pair = List.of(new int[] {1, 2, 3}, new int[] {2, 3, 4});
    assertThat(Homogenisation.of(pair, 10, random)).isEqualTo(Figure.of(.5));
    var twins = List.of(new int[] {1, 2}, new int[] {2, 1});
    assertThat(Homogenisation.of(twins, 10, random)).isEqualTo(Figure.of(1));
    var half = Stream.concat(pair.stream(), Stream.of(new int[] {9})).toList();
    assertThat(Homogenisation.of(half, 30_000, random).known())
        .hasValueCloseTo(.5 / 3, within(.01));
    assertThat(Homogenisation.of(List.of(), 5, random)).isEqualTo(Figure.none(Figure.Why.TOO_FEW));
    assertThat(Homogenisation.of(List.of(new int[] {1}), 5, random))
        .isEqualTo(Figure.none(Figure.Why.TOO_FEW));
  }
}
