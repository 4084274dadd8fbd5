package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Numbers that others computed, matched to the last printed digit.
final class ReferenceTest {
  private static final double SIX_DIGITS = 0.5e-6 + 1e-12;

  @Test
  void movieLensGivesThePublishedFigures() {
    Json expected = Shared.json("reference/ml100k_reference.json");
    Protocol.Report report = Protocol.of("ml-100k").evaluate(Shared.ratings(), 2);
    isSplitAs(expected, report.split());
    isAs(expected.get("pop"), report.popularity());
    List<Json> grid = expected.get("ease").list();
    assertThat(report.fits()).hasSameSizeAs(grid);
    for (int k = 0; k < grid.size(); k++) {
      assertThat(report.fits().get(k).lambda()).isEqualTo(grid.get(k).get("lam").number());
      isAs(grid.get(k), report.fits().get(k).result());
    }
    assertThat(report.best().lambda()).isEqualTo(expected.get("best_lambda").number());
    isFirstPersonAs(
        expected.get("first_test_user"), report.best().result().servedTest().getFirst());
    isExposedAs(expected, report);
  }

  private static void isSplitAs(Json expected, Split split) {
    assertThat(split.positives()).isEqualTo((int) expected.get("positives").number());
    assertThat(split.trained()).hasSize((int) expected.get("train_users").number());
    assertThat(split.items()).hasSize((int) expected.get("items").number());
    assertThat(split.test()).hasSize((int) expected.get("test_eval").number());
    assertThat(split.validation()).hasSize((int) expected.get("val_eval").number());
    assertThat(split.rows().stream().mapToInt(Row::size).sum())
        .isEqualTo((int) expected.get("train_interactions").number());
    assertThat(split.test().stream().mapToInt(h -> h.told().size()).sum())
        .isEqualTo((int) expected.get("test_foldin").number());
    assertThat(split.test().stream().mapToInt(h -> h.heldOut().size()).sum())
        .isEqualTo((int) expected.get("test_held").number());
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

  private static void isFirstPersonAs(Json expected, Protocol.Served served) {
    isAs(expected, served.figures());
    double[] top = served.ranked().stream().limit(10).mapToDouble(item -> item).toArray();
    assertThat(top).isEqualTo(expected.get("top10").numbers());
  }

  private static void isExposedAs(Json expected, Protocol.Report report) {
    int[] items = report.split().items();
    int[] ease = Protocol.exposure(report.best().result().servedTest(), 10, items);
    int[] popular = Protocol.exposure(report.popularity().servedTest(), 10, items);
    assertThat((double) IntStream.of(ease).filter(count -> count > 0).count())
        .isEqualTo(expected.get("exposure_ease_top10").get("coverage").number());
    assertThat((double) IntStream.of(popular).filter(count -> count > 0).count())
        .isEqualTo(expected.get("exposure_pop_top10").get("coverage").number());
  }

  @Test
  void theWeightsOfMovieLensHaveThePublishedFingerprint() {
    Json expected = Shared.json("reference/ml100k_reference.json").get("fingerprint");
    var learner = movieLens(200);
    Canonical canonical = learner.canonical(2);
    double[] weights =
        IntStream.of(canonical.items())
            .mapToObj(i -> IntStream.of(canonical.items()).mapToDouble(j -> canonical.weight(i, j)))
            .flatMapToDouble(row -> row)
            .toArray();
    double squares =
        IntStream.range(0, weights.length).mapToDouble(k -> weights[k] * weights[k]).sum();
    assertThat(Math.sqrt(squares)).isCloseTo(expected.get("B_frobenius").number(), within(1e-10));
    assertThat(Arrays.stream(weights).sum())
        .isCloseTo(expected.get("B_sum").number(), within(1e-9));
    assertThat(Arrays.stream(weights).max().orElseThrow())
        .isCloseTo(expected.get("B_max").number(), within(1e-14));
    assertThat(Arrays.stream(weights).min().orElseThrow())
        .isCloseTo(expected.get("B_min").number(), within(1e-14));
  }

  private static Learner movieLens(double lambda) {
    Split split = Split.of(Shared.ratings(), "ml-100k", 100, 100);
    return Cases.learner(new Settings(lambda, 0, 2000, 2), split.rows());
  }

  @Test
  void peopleOfMovieLensAreForgottenAsIfTheyHadNeverBeen() {
    Split split = Split.of(Shared.ratings(), "ml-100k", 100, 100);
    var settings = new Settings(200, 0, 2000, 2);
    var learner = Cases.learner(settings, split.rows());
    learner.publish(1);
    List<Integer> order =
        IntStream.range(0, split.trained().size())
            .boxed()
            .sorted(
                Comparator.comparing(k -> Sha256.hex("ml-100k:unlearn:" + split.trained().get(k))))
            .toList();
    List<Row> left = new ArrayList<>(split.rows());
    order.stream()
        .limit(20)
        .map(split.rows()::get)
        .forEach(row -> {
          learner.replace(row, Row.empty());
          left.remove(row);
        });
    Snapshot live = learner.publish(2);
    assertThat(learner.rebuilds()).isEqualTo(1);
    var fresh = Cases.learner(settings, left);
    assertThat(learner.gramDigest()).isEqualTo(fresh.gramDigest());
    Canonical never = fresh.canonical(1);
    assertThat(learner.canonical(2).digest()).isEqualTo(never.digest());
    for (int i : never.items()) {
      for (int j : never.items()) {
        if (Math.abs(live.score(Row.of(i), j) - never.weight(i, j)) > 1e-12) {
          throw new AssertionError("weight from " + i + " to " + j);
        }
      }
    }
  }

  @Test
  void theTinyFixtureIsMatched() {
    Json tiny = Shared.json("reference/tiny_fixture.json");
    List<Row> rows = tiny.get("X").list().stream().map(ReferenceTest::row).toList();
    var learner = Cases.learner(new Settings(tiny.get("lam").number(), 0, 10, 1), rows);
    Snapshot first = learner.publish(1);
    isAs(tiny.get("B"), first);
    int[] told =
        Stream.of(tiny.get("foldin").numbers())
            .flatMapToInt(d -> IntStream.range(0, d.length).map(k -> (int) d[k]))
            .toArray();
    double[] scores = tiny.get("scores").numbers();
    for (int j = 0; j < scores.length; j++) {
      assertThat(first.score(Row.of(told), j)).isCloseTo(scores[j], within(1e-12));
    }
    assertThat(first.recommend(Row.of(told), 5, item -> !Row.of(told).has(item)))
        .extracting(s -> (double) s.item())
        .containsExactly(
            Arrays.stream(tiny.get("ranking_excluding_foldin").numbers())
                .boxed()
                .toArray(Double[]::new));
    learner.replace(rows.get(1), Row.empty());
    isAs(tiny.get("after_removing_row_1_B"), learner.publish(2));
  }

  private static Row row(Json cells) {
    double[] numbers = cells.numbers();
    return Row.of(IntStream.range(0, numbers.length).filter(j -> numbers[j] > 0).toArray());
  }

  private static void isAs(Json expected, Snapshot snapshot) {
    List<Json> rows = expected.list();
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i).numbers();
      for (int j = 0; j < row.length; j++) {
        assertThat(snapshot.score(Row.of(i), j)).isCloseTo(row[j], within(1e-12));
      }
    }
  }

  @Test
  void theMetricExampleIsMatched() {
    Json example = Shared.json("reference/tiny_fixture.json").get("metric_example");
    List<Integer> ranked = new ArrayList<>();
    for (double item : example.get("top_first5").numbers()) {
      ranked.add((int) item);
    }
    IntStream.range(40, 135).forEach(ranked::add);
    int[] heldOut =
        Arrays.stream(example.get("heldout").numbers()).mapToInt(d -> (int) d).toArray();
    isAs(example, Figures.of(ranked, Row.of(heldOut)));
  }
}
