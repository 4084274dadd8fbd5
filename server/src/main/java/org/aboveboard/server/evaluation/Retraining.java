package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.stability.Rbo;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;
import org.aboveboard.models.Scored;

/// How alike lists stay when the model is fitted anew on data that are nearly the same.
///
/// @param now the model that is in use
record Retraining(Matter matter, Entrant entrant, Ranker now, long seed) {
  private static final int DRAWS = 2;
  private static final int LENGTH = 20;
  private static final int TENTH = 10;
  private static final Rbo RBO = new Rbo(0.9);

  /// The mean over draws in which a tenth of the people, by chance, are not learnt from.
  Figure withoutATenth() {
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Row> rows = new ArrayList<>(matter.split().rows());
      Collections.shuffle(rows, Random.from(new SplittableRandom(seed + draw)));
      Figure alike = alike(rows.subList(rows.size() / TENTH, rows.size()));
      if (alike.known().isEmpty()) {
        return alike;
      }
      sum += alike.known().getAsDouble();
    }
    return Figure.of(sum / DRAWS);
  }

  /// Against the model of some days before, a tenth of the time that the data span; nothing where
  /// they do not say when each act was.
  Optional<Figure> ofSomeDaysBefore() {
    return matter
        .ages()
        .map(ages -> alike(ages.before(matter.split().rows(), Math.max(1, ages.span() / TENTH))));
  }

  private Figure alike(List<Row> rows) {
    return RBO.rls(lists(now), lists(entrant.fit(rows)));
  }

  private List<int[]> lists(Ranker ranker) {
    return matter.split().test().stream()
        .map(one ->
            ranker.recommend(one.told(), LENGTH, item -> !one.told().has(item)).stream()
                .mapToInt(Scored::item)
                .toArray())
        .toList();
  }
}
