package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class WhatIfTest {
  private static final int N = 4;

  @Test
  void theSetsAreExactlyThoseThatTryingAllFinds() {
    Cases.forAll(
        25,
        random -> {
          var settings = new Settings(10, 0.3, random.nextBoolean() ? 1000 : 30, 1);
          Snapshot model = Cases.learner(settings, Cases.rows(random, 100, 60, 12)).publish(1);
          Row row = Cases.row(random, 60, 14, 2);
          IntPredicate allowed = item -> !row.has(item);
          for (Scored shown : model.recommend(row, N, allowed)) {
            List<List<Integer>> found =
                WhatIf.of(model, row, shown.item(), N, allowed).stream()
                    .map(WhatIf.Change::without)
                    .toList();
            assertThat(found)
                .containsExactlyInAnyOrderElementsOf(byTryingAll(model, row, shown.item()));
          }
        });
  }

  private static List<List<Integer>> byTryingAll(Snapshot model, Row row, int item) {
    List<List<Integer>> sets = new ArrayList<>();
    List<Integer> alone = new ArrayList<>();
    List<Integer> own = row.stream().filter(model::models).boxed().toList();
    if (!model.models(item)) {
      return sets;
    }
    for (int a : own) {
      if (isOut(model, row, row.without(a), item)) {
        sets.add(List.of(a));
        alone.add(a);
      }
    }
    for (int a : own) {
      for (int b : own) {
        boolean isPair = a < b && !alone.contains(a) && !alone.contains(b);
        if (isPair && isOut(model, row, row.without(a).without(b), item)) {
          sets.add(List.of(a, b));
        }
      }
    }
    return sets;
  }

  private static boolean isOut(Snapshot model, Row row, Row shorter, int item) {
    return model.recommend(shorter, N, other -> !row.has(other)).stream()
        .noneMatch(scored -> scored.item() == item);
  }

  @Test
  void aChangeTellsTheRanksAndWhoComesIn() {
    Cases.forAll(
        10,
        random -> {
          var rows = Cases.rows(random, 100, 60, 12);
          Snapshot model = Cases.learner(new Settings(10, 0, 1000, 1), rows).publish(1);
          Row row = Cases.row(random, 60, 14, 1);
          IntPredicate allowed = item -> !row.has(item);
          List<Scored> shown = model.recommend(row, N, allowed);
          for (WhatIf.Change change : WhatIf.of(model, row, shown.getLast().item(), N, allowed)) {
            assertThat(change.rankBefore()).isEqualTo(shown.size());
            assertThat(change.rankAfter()).isGreaterThan(N);
            assertThat(shown).noneMatch(s -> s.item() == change.instead());
          }
        });
  }

  @Test
  void whatIsNotShownHasNothingThatWouldChangeIt() {
    Snapshot model =
        Cases.learner(new Settings(1, 0, 10, 1), List.of(Row.of(1, 2), Row.of(2, 3))).publish(1);
    assertThat(WhatIf.of(model, Row.of(1), 99, 5, _ -> true)).isEmpty();
    assertThat(WhatIf.of(model, Row.of(1), 3, 5, item -> item != 3)).isEmpty();
  }
}
