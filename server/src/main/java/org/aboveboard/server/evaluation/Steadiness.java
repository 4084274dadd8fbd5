package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.stability.Rbo;
import org.aboveboard.models.Incremental;
import org.aboveboard.models.Row;
import org.aboveboard.models.Stability;

/// How much lists move when little changes: one act of a person is taken back, or another person
/// leaves.
record Steadiness(Incremental learner, List<Row> rows, RandomGenerator random) {
  private static final int PEOPLE = 40;
  private static final int LENGTH = 20;
  private static final Rbo RBO = new Rbo(0.9);

  Figure afterOneAct() {
    return mean(row ->
        Optional.of(row)
            .filter(some -> some.size() > 1)
            .map(some ->
                Stability.withoutEvent(
                    learner, some, some.item(random.nextInt(some.size())), LENGTH)));
  }

  Figure afterOnePerson() {
    return mean(row -> {
      Row other = rows.get(random.nextInt(rows.size()));
      return other.equals(row)
          ? Optional.empty()
          : Optional.of(Stability.withoutPerson(learner, other, row, LENGTH));
    });
  }

  private Figure mean(Function<Row, Optional<Stability>> change) {
    List<int[]> before = new ArrayList<>();
    List<int[]> after = new ArrayList<>();
    for (int draw = 0; draw < PEOPLE; draw++) {
      change
          .apply(rows.get(random.nextInt(rows.size())))
          .ifPresent(lists -> {
            before.add(array(lists.before()));
            after.add(array(lists.after()));
          });
    }
    return RBO.rls(before, after);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
