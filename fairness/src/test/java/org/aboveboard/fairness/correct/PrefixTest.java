package org.aboveboard.fairness.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.aboveboard.fairness.exposure.FaIrTable;
import org.aboveboard.fairness.exposure.Split;
import org.junit.jupiter.api.Test;

final class PrefixTest {
  private static final Ranking FIVE =
      Ranking.of(
          new Candidate(1, "men", 5),
          new Candidate(2, "men", 4),
          new Candidate(3, "men", 3),
          new Candidate(4, "women", 2),
          new Candidate(5, "women", 1));

  /// Half of each prefix, rounded down, is for either group: women at 2 and at 4.
  @Test
  void halvesByHand() {
    var sort = new DetConstSort(Split.of(Map.of("men", 1.0, "women", 1.0)));
    var moved = sort.rerank(FIVE, 5);
    assertThat(moved.order()).containsExactly(1, 4, 2, 5, 3);
    assertThat(moved.items().get(1).move()).isEqualTo(new Move.Lifted(Rule.DET_CONST_SORT, 2, 1));
    assertThat(moved.items().get(2).move())
        .isEqualTo(new Move.GaveWay(Rule.DET_CONST_SORT, new TreeSet<>(List.of("women"))));
    assertThat(moved.items().getFirst().move()).isEqualTo(new Move.Kept());
    assertThat(moved.items()).extracting(Reranked.Placed::places).containsExactly(0, 2, -1, 1, -2);
    assertThat(moved.swaps()).isEqualTo(3);
  }

  /// Two of five places are for women, called for at 3 and at 5.
  @Test
  void aTableOfFaIrByHand() {
    var table = new FaIrTable(List.of(0, 0, 1, 1, 2), .5, .1);
    var moved = new FaIr(table, "women").rerank(FIVE);
    assertThat(moved.order()).containsExactly(1, 2, 4, 3, 5);
    assertThat(moved.items().get(2).move()).isEqualTo(new Move.Lifted(Rule.FA_IR, 3, 1));
    assertThat(moved.items().get(3).places()).isEqualTo(-1);
  }

  @Test
  void minimaAreMetAtEveryPrefix() {
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new SplittableRandom(seed);
      int groups = 2 + random.nextInt(5);
      var sort = new DetConstSort(target(random, groups));
      var ranking = ranking(random, groups);
      int places = 1 + random.nextInt(ranking.size());
      var moved = sort.rerank(ranking, places);
      assertThat(moved.items()).as("seed " + seed).hasSize(places);
      assertMinima(sort, moved, seed);
      assertTrue(moved, seed);
    }
  }

  @Test
  void listsOfFaIrPassTheRankedGroupFairnessTest() {
    for (int p = 1; p <= 9; p++) {
      var table = FaIrTable.adjusted(15, p / 10.0, .1);
      for (long seed = 0; seed < 300; seed++) {
        var ranking = ranking(new SplittableRandom(seed), 2);
        var moved = new FaIr(table, "g1").rerank(ranking);
        long there = ranking.candidates().stream().filter(c -> c.group().equals("g1")).count();
        boolean isFair =
            table.isFair(moved.groups().stream().map(group -> group.equals("g1")).toList());
        assertThat(isFair || there < table.at(moved.items().size())).as("seed " + seed).isTrue();
        assertTrue(moved, seed);
      }
    }
  }

  @Test
  void theCostIsThatOfTheMoves() {
    var ranking = Ranking.of(new Candidate(1, "a", 3), new Candidate(2, "b", 1));
    var moved = new FaIr(new FaIrTable(List.of(1, 1), .9, .1), "b").rerank(ranking);
    double second = Math.log(2) / Math.log(3);
    assertThat(moved.utilityLoss().known())
        .hasValueCloseTo(1 - (1 + 3 * second) / (3 + second), within(1e-12));
    assertThat(moved.swaps()).isEqualTo(1);
    assertThat(moved.rbo(.9).known()).hasValueCloseTo(.9, within(1e-12));
    var kept = new FaIr(new FaIrTable(List.of(0, 0), .1, .1), "b").rerank(ranking);
    assertThat(kept.utilityLoss().known()).hasValue(0);
    assertThat(kept.rbo(.9).known()).hasValueCloseTo(1.0, within(1e-12));
  }

  @Test
  void candidatesThatRunOutAndGroupsWithoutAShareAreStillListed() {
    var sort = new DetConstSort(Split.of(Map.of("women", .9, "men", .1, "nobody", 0.0)));
    assertThat(sort.rerank(FIVE, 5).order()).containsExactly(1, 4, 5, 2, 3);
    var only = new DetConstSort(Split.of(Map.of("women", 1.0)));
    assertThat(only.rerank(FIVE, 9).order()).containsExactly(4, 5, 1, 2, 3);
    assertThat(only.rerank(Ranking.of(), 9).items()).isEmpty();
    assertThatThrownBy(() -> new DetConstSort(Split.of(Map.of()))).hasMessageContaining("share");
    assertThatThrownBy(() -> Ranking.of(new Candidate(1, "a", 1), new Candidate(1, "a", 1)))
        .hasMessageContaining("twice");
  }

  private static void assertMinima(DetConstSort sort, Reranked moved, long seed) {
    var there = Split.counting(moved.before().candidates().stream().map(Candidate::group).toList());
    for (int k = 1; k <= moved.items().size(); k++) {
      var top = Split.counting(moved.groups().subList(0, k));
      for (var group : there.amounts().keySet()) {
        assertThat(top.amount(group))
            .as("seed %d, %s of the first %d", seed, group, k)
            .isGreaterThanOrEqualTo(Math.min(sort.minimum(group, k), there.amount(group)));
      }
    }
  }

  /// Who was lifted stands above the place it was called for, as the one of its group that makes so
  /// many; who gave way has one of those groups above it that the model had below.
  private static void assertTrue(Reranked moved, long seed) {
    var counts = new HashMap<String, Integer>();
    for (var placed : moved.items()) {
      int count = counts.merge(placed.candidate().group(), 1, Integer::sum);
      boolean isTrue =
          switch (placed.move()) {
            case Move.Kept _ -> placed.places() == 0;
            case Move.Lifted(_, int prefix, int minimum) ->
                placed.places() > 0 && placed.to() <= prefix && count == minimum;
            case Move.GaveWay(_, var to) -> placed.places() < 0 && to.equals(over(moved, placed));
            case Move.Scored _ -> false;
          };
      assertThat(isTrue).as("seed %d, %s", seed, placed).isTrue();
    }
  }

  private static Set<String> over(Reranked moved, Reranked.Placed placed) {
    var groups = new TreeSet<String>();
    moved.items().stream()
        .filter(other -> other.to() < placed.to() && other.from() > placed.from())
        .forEach(other -> groups.add(other.candidate().group()));
    assertThat(groups).isNotEmpty();
    return groups;
  }

  private static Split target(SplittableRandom random, int groups) {
    var amounts = new HashMap<String, Double>();
    for (int group = 0; group < groups; group++) {
      amounts.put("g" + group, (double) random.nextInt(6));
    }
    amounts.merge("g0", 1.0, Double::sum);
    return Split.of(amounts);
  }

  private static Ranking ranking(SplittableRandom random, int groups) {
    var candidates = new ArrayList<Candidate>();
    int size = 5 + random.nextInt(30);
    for (int item = 0; item < size; item++) {
      int drawn = random.nextInt(groups);
      int group = Math.min(drawn, random.nextInt(groups));
      candidates.add(new Candidate(item, "g" + group, random.nextInt(40) / (1.0 + group)));
    }
    return new Ranking(Collections.unmodifiableList(candidates));
  }
}
