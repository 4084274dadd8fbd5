package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static final double SIX_DIGITS = 0.5e-6 + 1e-12;

  private static SparseModel fit(Neighbours rule, List<Row> rows) {
    var learner = new SparseLearner(rule, 2);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner.publish(0);
  }

  @Test
  void popularityAndNearestNeighboursGiveThePublishedFigures() {
    Json expected = Shared.json("reference/ml100k_reference.json");
    Split split = Split.of(Shared.ratings(), "ml-100k", 100, 100);
    isAs(expected.get("pop"), Evaluation.of(Popularity.of(split.rows()), split));
    for (Json line : expected.get("knn").list()) {
      int k = line.get("k").value() instanceof Double d ? d.intValue() : Integer.MAX_VALUE;
      isAs(line, Evaluation.of(fit(new ItemKnn(k), split.rows()), split));
    }
    Json ease =
        expected.get("ease").list().stream()
            .filter(line -> line.get("lam").number() == 200)
            .findFirst()
            .orElseThrow();
    isAs(
        ease,
        Evaluation.of(
            Cases.learner(new Settings(200, 0, 2000, 2), split.rows()).publish(0), split));
  }

  private static void isAs(Json expected, Protocol.Result result) {
    isAs(expected.get("val"), result.validation());
    isAs(expected.get("test"), result.test());
  }

  private static void isAs(Json expected, Figures figures) {
    isAs(expected, "recall20", figures.recall20());
    isAs(expected, "recall50", figures.recall50());
    isAs(expected, "ndcg100", figures.ndcg100());
    isAs(expected, "ndcg10", figures.ndcg10());
    isAs(expected, "hit10", figures.hit10());
  }

  private static void isAs(Json expected, String name, double actual) {
    assertThat(actual).as(name).isCloseTo(expected.get(name).number(), within(SIX_DIGITS));
  }

  @Test
  void figuresOfAListByHand() {
    // told 1; popularity ranks 2 (held three times), 3 (twice), 4 (once)
    List<Row> rows = List.of(Row.of(2), Row.of(2, 3), Row.of(1, 2, 3, 4));
    var person = new Split.Holdout("somebody", Row.of(1), Row.of(3, 9));
    List<Protocol.Served> served = Evaluation.of(Popularity.of(rows), List.of(person));
    assertThat(served.getFirst().ranked()).containsExactly(2, 3, 4);
    Figures figures = served.getFirst().figures();
    assertThat(figures.recall20()).isEqualTo(0.5);
    assertThat(figures.reciprocalRank()).isEqualTo(0.5);
    assertThat(figures.hit10()).isEqualTo(1);
    double second = Math.log(2) / Math.log(3);
    assertThat(figures.ndcg10()).isCloseTo(second / (1 + second), within(1e-15));
    assertThat(Evaluation.mean(served)).isEqualTo(figures);
  }

  @Test
  void whereTastesDifferNeighboursAreBetterThanPopularityAndRidgeNotWorse() {
    Split split = Split.of(ProtocolTest.ratings(400), "made-up", 80, 40);
    double popular = ndcg(Popularity.of(split.rows()), split);
    double nearest = ndcg(fit(new ItemKnn(20), split.rows()), split);
    double local = ndcg(fit(LocalRidge.of(60, 30), split.rows()), split);
    assertThat(nearest).isGreaterThan(popular + 0.1);
    assertThat(local).isGreaterThan(nearest - 0.02);
  }

  private static double ndcg(Ranker ranker, Split split) {
    return Evaluation.of(ranker, split).test().ndcg100();
  }

  @Test
  void nobodyAndNothingHeldOutAreRefused() {
    assertThatThrownBy(() -> Evaluation.mean(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> Figures.of(List.of(1), Row.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("held out");
  }
}
