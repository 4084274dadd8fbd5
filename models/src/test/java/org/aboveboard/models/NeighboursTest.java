package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
  /// Item 1 is held three times, item 2 twice, both together twice.
  private static final List<Row> THREE = List.of(Row.of(1, 2), Row.of(1, 2), Row.of(1));

  private static SparseModel fit(Neighbours rule, List<Row> rows) {
    var learner = new SparseLearner(rule, 1);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner.publish(4);
  }

  @Test
  void cosinesByHand() {
    SparseModel model = fit(new ItemKnn(5), THREE);
    assertThat(model.score(Row.of(1), 2)).isCloseTo(2 / Math.sqrt(6), within(1e-12));
    assertThat(model.score(Row.of(2), 1)).isCloseTo(2 / Math.sqrt(6), within(1e-12));
    assertThat(model.score(Row.of(1), 1)).isZero();
    assertThat(model.version()).isEqualTo(4);
  }

  @Test
  void ofEquallyNearNeighboursTheLowerNumbersStay() {
    SparseModel model = fit(new ItemKnn(2), List.of(Row.of(1, 2, 3, 4)));
    assertThat(model.contributions(Row.of(1, 2, 3, 4), 2)).extracting(Term::own).contains(1, 3);
    assertThat(model.contributions(Row.of(1, 2, 3, 4), 2)).hasSize(2);
  }

  @Test
  void localRidgeByHand() {
    // lambda 1: to item 2 from item 1 it is 2 / (3 + 1), and back 2 / (2 + 1)
    SparseModel model = fit(LocalRidge.of(5, 1), THREE);
    assertThat(model.score(Row.of(1), 2)).isEqualTo(0.5);
    assertThat(model.score(Row.of(2), 1)).isCloseTo(2.0 / 3, within(1e-15));
    // 1 / P_22 = 2 + 1 - 2 * 0.5 = 2, so with xi = 1 the scale is 1/2
    SparseModel scaled = fit(new LocalRidge(5, 0, 1, 0, 1), THREE);
    assertThat(scaled.score(Row.of(1), 2)).isCloseTo(0.25, within(1e-15));
    // dropout 1/2: the ridge of item 1 is 1 + 3
    SparseModel dropped = fit(new LocalRidge(5, 0, 1, 0.5, 0), THREE);
    assertThat(dropped.score(Row.of(1), 2)).isCloseTo(2.0 / 7, within(1e-15));
  }

  @Test
  void whereAllItemsMetAndAreNeighboursLocalRidgeIsEaseWithItsScale() {
    Cases.forAll(
        8,
        random -> {
          List<Row> rows = Cases.rows(random, 120, 50, 12);
          rows.add(Row.of(IntStream.range(0, 50).toArray()));
          double xi = random.nextDouble();
          Canonical ease = Cases.learner(new Settings(7, xi, 500, 1), rows).canonical(1);
          SparseModel local = fit(new LocalRidge(100, 0.5, 7, 0, xi), rows);
          for (int i : ease.items()) {
            for (int j : ease.items()) {
              assertThat(local.score(Row.of(i), j)).isCloseTo(ease.weight(i, j), within(1e-12));
            }
          }
        });
  }

  @Test
  void theKernelsSolveToTheSameBits() {
    Cases.forAll(
        10,
        random -> {
          var rule = new LocalRidge(30, 0.5, 3, 0.2, 0.4);
          var pairs = new Pairs(own -> own);
          Cases.rows(random, 90, 40, 15).forEach(row -> pairs.add(row, 1));
          int[] items = pairs.items();
          var plain = new LocalSolve(rule, pairs, new PlainKernel());
          var vector = new LocalSolve(rule, pairs, new VectorKernel());
          for (int item : items) {
            int[] from = IntStream.of(items).filter(i -> i != item).toArray();
            assertThat(vector.weights(item, from)).isEqualTo(plain.weights(item, from));
          }
        });
  }

  @Test
  void contributionsAndBaseAddUpToTheScoreBitForBit() {
    Cases.forAll(
        10,
        random -> {
          List<Row> rows = Cases.rows(random, 100, 60, 12);
          Row row = Cases.row(random, 60, 20, 3);
          List<Ranker> rankers =
              List.of(
                  Popularity.of(rows),
                  fit(new ItemKnn(6), rows),
                  fit(new LocalRidge(6, 0.4, 5, 0.1, 0.3), rows),
                  Cases.learner(new Settings(5, 0.2, 100, 1), rows).publish(0));
          for (Ranker ranker : rankers) {
            List<Scored> list = ranker.recommend(row, 100, _ -> true);
            assertThat(list).isSortedAccordingTo(Scored.BEST_FIRST).isNotEmpty();
            list.forEach(s -> assertThat(s.score()).isEqualTo(ranker.score(row, s.item())));
            assertThat(ranker.recommend(row, 5, item -> !row.has(item)))
                .hasSizeLessThanOrEqualTo(5)
                .noneMatch(scored -> row.has(scored.item()));
          }
        });
  }

  @Test
  void settingsWithoutMeaningAreRefused() {
    assertThatThrownBy(() -> new ItemKnn(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LocalRidge.of(3, 0)).hasMessageContaining("lambda");
    assertThatThrownBy(() -> LocalRidge.of(3, Double.NaN)).hasMessageContaining("lambda");
    assertThatThrownBy(() -> LocalRidge.of(0, 1)).hasMessageContaining("neighbours");
    assertThatThrownBy(() -> new LocalRidge(3, Double.NaN, 1, 0, 0)).hasMessageContaining("damp");
    assertThatThrownBy(() -> new LocalRidge(3, 0, 1, 1, 0)).hasMessageContaining("dropout");
    assertThatThrownBy(() -> new LocalRidge(3, 0, 1, 0, 2)).hasMessageContaining("xi");
  }
}
