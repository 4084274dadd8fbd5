package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StabilityTest {
  @Test
  void listsAreThoseOfTheModelWithAndWithoutAndTheLearnerIsAsBefore() {
    var random = new SplittableRandom(8);
    List<Row> rows = Cases.rows(random, 80, 40, 10);
    Row row = rows.get(5);
    int gone = row.item(0);
    var learner = learner(rows);
    byte[] digest = learner.publish(0).digest();
    Stability event = Stability.withoutEvent(learner, row, gone, 10);
    assertThat(event.before()).hasSize(10).isEqualTo(list(learner.publish(0), row, row));
    assertThat(learner.publish(0).digest()).isEqualTo(digest);
    rows.set(5, row.without(gone));
    Ranker without = learner(rows).publish(0);
    assertThat(event.after()).isEqualTo(list(without, row.without(gone), row));
    rows.set(5, row);
    Row leaving = rows.remove(6);
    Stability person = Stability.withoutPerson(learner, leaving, row, 10);
    assertThat(person.before()).isEqualTo(event.before());
    assertThat(person.after()).isEqualTo(list(learner(rows).publish(0), row, row));
  }

  private static SparseLearner learner(List<Row> rows) {
    var learner = new SparseLearner(LocalRidge.of(10, 3), 1);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner;
  }

  private static List<Integer> list(Ranker ranker, Row row, Row hidden) {
    return ranker.recommend(row, 10, item -> !hidden.has(item)).stream().map(Scored::item).toList();
  }

  @Test
  void anItemThatTheRowLacksCannotGo() {
    var learner = Cases.learner(Settings.of(1), List.of(Row.of(1, 2)));
    assertThatThrownBy(() -> Stability.withoutEvent(learner, Row.of(1, 2), 3, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
