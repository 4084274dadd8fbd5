package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SparseLearnerTest {
  @Test
  void afterAnyChangesEveryColumnHasTheBitsOfOneFittedFromScratch() {
    Cases.forAll(
        30,
        random -> {
          Neighbours rule = rule(random);
          int heaviest = 1 + random.nextInt(3);
          var learner = new SparseLearner(rule, 1 + random.nextInt(2));
          List<Row> rows = new ArrayList<>();
          for (int step = 1; step <= 30; step++) {
            for (int change = random.nextInt(5); change >= 0; change--) {
              change(random, learner, rows, heaviest);
            }
            isAsFromScratch(learner.publish(step), rule, rows);
          }
        });
  }

  private static Neighbours rule(RandomGenerator random) {
    int neighbours = 1 + random.nextInt(12);
    return random.nextInt(3) == 0
        ? new ItemKnn(neighbours)
        : new LocalRidge(
            neighbours,
            random.nextInt(3) / 2.0,
            0.5 + random.nextInt(20),
            random.nextInt(3) / 4.0,
            random.nextDouble());
  }

  private static void change(
      RandomGenerator random, SparseLearner learner, List<Row> rows, int heaviest) {
    if (rows.size() < 20 || random.nextInt(3) == 0) {
      rows.add(Cases.row(random, 60, 9, heaviest));
      learner.replace(Row.empty(), rows.getLast());
      return;
    }
    int which = random.nextInt(rows.size());
    Row before = rows.get(which);
    if (before.size() == 1 || random.nextBoolean()) {
      learner.replace(before, Row.empty());
      rows.remove(which);
    } else {
      Row after = before.without(before.item(random.nextInt(before.size())));
      learner.replace(before, after);
      rows.set(which, after);
    }
  }

  private static void isAsFromScratch(SparseModel live, Neighbours rule, List<Row> rows) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(rows.size()));
    for (int threads = 1; threads <= 2; threads++) {
      SparseModel fresh = fit(rule, shuffled, threads).publish(0);
      assertThat(live.isSame(fresh)).isTrue();
      assertThat(live.digest()).isEqualTo(fresh.digest());
    }
  }

  private static SparseLearner fit(Neighbours rule, List<Row> rows, int threads) {
    var learner = new SparseLearner(rule, threads);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner;
  }

  @Test
  void fortyThousandItemsAreLearntAndOnlyWhatIsTouchedIsFittedAgain() {
    int items = 40_000;
    var random = new SplittableRandom(3);
    List<Row> rows = new ArrayList<>();
    for (int first = 0; first < items; first += 2) {
      rows.add(near(random, items, first));
    }
    var rule = LocalRidge.of(8, 5);
    var learner = fit(rule, rows, 2);
    learner.publish(0);
    assertThat(learner.refitted()).isEqualTo(items);
    learner.replace(rows.removeLast(), Row.empty());
    SparseModel live = learner.publish(1);
    assertThat(learner.refitted()).isBetween(1, 500);
    assertThat(live.isSame(fit(rule, rows, 1).publish(0))).isTrue();
  }

  /// Two items and others near them, on a ring.
  private static Row near(RandomGenerator random, int items, int first) {
    return Row.of(
        IntStream.concat(IntStream.of(0, 1), random.ints(5, 2, 20))
            .map(step -> (first + step) % items)
            .distinct()
            .sorted()
            .toArray());
  }

  @Test
  void whatChangedNothingFitsNothing() {
    var learner = fit(LocalRidge.of(3, 2), Cases.rows(new SplittableRandom(1), 40, 30, 8), 1);
    SparseModel before = learner.publish(1);
    learner.replace(Row.empty(), Row.empty());
    assertThat(learner.publish(2).isSame(before)).isTrue();
    assertThat(learner.refitted()).isZero();
  }

  @Test
  void aRowThatNeverCameInCannotBeTakenOut() {
    var learner = fit(new ItemKnn(2), List.of(Row.of(1, 2)), 1);
    assertThatThrownBy(() -> learner.replace(Row.of(1, 3), Row.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(learner.publish(1).items()).containsExactly(1, 2);
  }

  @Test
  void whatNobodyHoldsAnyMoreIsGone() {
    var learner = fit(LocalRidge.of(2, 1), List.of(Row.of(1, 2), Row.of(2, 3)), 1);
    learner.publish(1);
    learner.replace(Row.of(2, 3), Row.empty());
    SparseModel after = learner.publish(2);
    assertThat(after.items()).containsExactly(1, 2);
    assertThat(after.recommend(Row.of(1), 9, _ -> true)).extracting(Scored::item).contains(2, 1);
    learner.replace(Row.of(1, 2), Row.empty());
    assertThat(learner.publish(3).items()).isEmpty();
  }
}
