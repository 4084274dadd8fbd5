package org.aboveboard.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model.Bound;
import org.aboveboard.policy.Model.Limit;
import org.junit.jupiter.api.Test;

final class ContestTest {
  private static final Split SPLIT = People.split(120, 20);
  private static final List<Double> LAMBDAS = List.of(5.0, 50.0);

  @Test
  void aCatalogueTooLargeForAllPairsIsRankedByNeighbourhoods() {
    Contest small = contest(SPLIT.items().length);
    Contest large = contest(SPLIT.items().length - 1);
    assertThat(names(small)).anyMatch(name -> name.startsWith("EASE"));
    assertThat(names(large)).noneMatch(name -> name.startsWith("EASE") || name.startsWith("RLAE"));
    assertThat(names(large)).contains("local ridge 100, 5", "local ridge 200, 50");
    assertThat(report(large, Set.of()).priced()).isEmpty();
  }

  @Test
  void pricesAreTriedWithTheBestOfAllPairsWhateverIsChosen() {
    Contest contest = contest(SPLIT.items().length);
    Contest.Placed popularity = contest.placed().getFirst();
    Contest.Placed dense =
        contest.placed().stream()
            .filter(one -> one.entrant() instanceof Entrant.Dense)
            .findFirst()
            .orElseThrow();
    Contest ofTwo =
        new Contest(List.of(popularity, new Contest.Placed(dense.entrant(), popularity.result())));
    Contest turned = new Contest(ofTwo.placed().reversed());
    for (Contest one : List.of(ofTwo, turned)) {
      Report report = report(one, Set.of());
      assertThat(report.priced()).contains(dense.entrant().name());
      assertThat(report.frontier()).isNotEmpty();
    }
  }

  @Test
  void everyFigureOfALimitIsHeldOrSaidToBeUnknown() {
    Set<Limit> limits =
        Set.of(
            new Limit(Figure.NDCG, Bound.AT_LEAST, 0),
            new Limit(Figure.HIT_RATE, Bound.AT_LEAST, 0),
            new Limit(Figure.POPULARITY, Bound.AT_MOST, 1e6),
            new Limit(Figure.STABILITY, Bound.AT_LEAST, 0),
            new Limit(Figure.RECALL, Bound.AT_LEAST, 2),
            new Limit(Figure.EXPOSURE, Bound.AT_LEAST, 0),
            new Limit(Figure.SUPPORT, Bound.AT_LEAST, 5));
    Map<String, Boolean> met = new TreeMap<>();
    report(contest(SPLIT.items().length), limits)
        .limits()
        .forEach(held -> met.put(held.figure(), held.isMet()));
    assertThat(met)
        .as("nobody grouped the providers, so that limit is not met")
        .isEqualTo(
            Map.of(
                "ndcg", true,
                "hitRate", true,
                "popularity", true,
                "stability", true,
                "recall", false,
                "exposure", false));
  }

  private static Contest contest(int largest) {
    return Contest.run(SPLIT, LAMBDAS, largest, _ -> {});
  }

  private static List<String> names(Contest contest) {
    return contest.placed().stream().map(one -> one.entrant().name()).toList();
  }

  private static Report report(Contest contest, Set<Limit> limits) {
    Matter matter =
        new Matter(
            "made-up",
            SPLIT,
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of(),
            Optional.empty(),
            Signals.none(),
            false);
    return new Evaluate(matter, "made-up", 5, Declared.of(limits), new SplittableRandom(3))
        .report(contest);
  }
}
