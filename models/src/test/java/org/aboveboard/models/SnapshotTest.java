package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  @Test
  void contributionsAddUpToTheScoreBitForBit() {
    Cases.forAll(
        10,
        random -> {
          Snapshot model = model(random, random.nextDouble(), 1000);
          Row row = Cases.row(random, 60, 20, 3);
          for (Scored scored : model.recommend(row, 100, _ -> true)) {
            double sum = 0;
            for (Term term : model.contributions(row, scored.item())) {
              sum += term.value();
            }
            assertThat(scored.score()).isEqualTo(sum);
            assertThat(model.score(row, scored.item())).isEqualTo(sum);
          }
        });
  }

  private static Snapshot model(RandomGenerator random, double xi, int largest) {
    var settings = new Settings(10, xi, largest, 1);
    return Cases.learner(settings, Cases.rows(random, 100, 60, 12)).publish(1);
  }

  @Test
  void withoutAScaleTheWeightsAreThoseOfEaseToTheBit() {
    Cases.forAll(
        5,
        random -> {
          Snapshot model = model(random, 0, 1000);
          for (int i = 0; i < model.modelled(); i++) {
            for (int j = 0; j < model.modelled(); j++) {
              double p = model.weights().inverse(i, j);
              double ease = i == j ? 0 : -p / model.weights().inverse(j, j);
              assertThat(model.score(Row.of(model.head().item(i)), model.head().item(j)))
                  .isEqualTo(ease == 0 ? 0 : ease);
            }
          }
        });
  }

  @Test
  void takingAnOwnItemAwayTakesAwayItsContribution() {
    Cases.forAll(
        10,
        random -> {
          Snapshot model = model(random, 0.4, 1000);
          Row row = Cases.row(random, 60, 20, 1);
          int target = model.head().item(random.nextInt(model.modelled()));
          for (Term term : model.contributions(row, target)) {
            assertThat(model.score(row.without(term.own()), target))
                .isCloseTo(model.score(row, target) - term.value(), within(1e-14));
          }
        });
  }

  @Test
  void aListDescendsAndTiesGoToTheLowerNumber() {
    Cases.forAll(
        10,
        random -> {
          Snapshot model = model(random, 0.4, 1000);
          Row row = Cases.row(random, 60, 20, 1);
          List<Scored> all = model.recommend(row, 1000, item -> !row.has(item));
          assertThat(all).isSortedAccordingTo(Scored.BEST_FIRST);
          assertThat(all).noneMatch(scored -> row.has(scored.item()));
          assertThat(model.recommend(row, 7, item -> !row.has(item)))
              .isEqualTo(all.subList(0, Math.min(7, all.size())));
        });
  }

  @Test
  void theTailOfALargeCatalogueIsAnsweredByCounts() {
    Cases.forAll(
        10,
        random -> {
          Snapshot model = model(random, 0, 20);
          assertThat(model.isHeadOnly()).isTrue();
          assertThat(model.modelled()).isEqualTo(20);
          Row row = Row.of(model.head().item(3), model.head().item(3) + 1000);
          List<Scored> list = model.recommend(row, 1000, _ -> true);
          assertThat(list).hasSize(model.items()).isSortedAccordingTo(byScore());
          List<Long> tail =
              list.stream()
                  .map(Scored::item)
                  .filter(i -> !model.models(i))
                  .map(model::count)
                  .toList();
          assertThat(tail).isSortedAccordingTo((a, b) -> Long.compare(b, a));
          assertThat(model.popular(1000, _ -> true)).isSortedAccordingTo(Scored.BEST_FIRST);
        });
  }

  private static Comparator<Scored> byScore() {
    return (a, b) -> Double.compare(b.score(), a.score());
  }

  @Test
  void aRowOfWhichNothingIsModelledIsAnsweredByCounts() {
    Cases.forAll(
        3,
        random -> {
          Snapshot model = model(random, 0, 1000);
          List<Integer> popular = model.popular(5, _ -> true).stream().map(Scored::item).toList();
          assertThat(model.recommend(Row.of(100_000), 5, _ -> true))
              .extracting(Scored::item)
              .isEqualTo(popular);
        });
  }

  @Test
  void neighboursLeaveTheItemItselfOut() {
    Cases.forAll(
        3,
        random -> {
          Snapshot model = model(random, 0, 1000);
          int item = model.popular(1, _ -> true).getFirst().item();
          assertThat(model.neighbours(item, 1000, _ -> true))
              .hasSize(model.items() - 1)
              .noneMatch(scored -> scored.item() == item);
        });
  }

  @Test
  void anEmptyModelAnswersNothing() {
    Snapshot empty = Snapshot.empty(4);
    assertThat(empty.version()).isEqualTo(4);
    assertThat(empty.recommend(Row.of(1), 5, _ -> true)).isEmpty();
    assertThat(empty.popular(5, _ -> true)).isEmpty();
    assertThat(empty.contributions(Row.of(1), 2)).isEmpty();
    assertThat(new Learner(Settings.of(1)).publish(1).items()).isZero();
  }
}
