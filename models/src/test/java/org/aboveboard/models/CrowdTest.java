package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What an account has to do with the score of an item is what is missing once it is forgotten.
final class CrowdTest {
  private static final Settings EASE = new Settings(20, 0, 1000, 1);

  private static List<Row> rows(long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, 40).mapToObj(_ -> Cases.row(random, 30, 8, 3)).toList();
  }

  private static double score(Crowd.Hold hold) {
    return -hold.along() / hold.diagonal();
  }

  /// As Sherman and Morrison have it.
  private static double without(Crowd.Hold hold) {
    double grown = hold.itemTerm() / (1 - hold.leverage());
    return -(hold.along() + hold.historyTerm() * grown)
        / (hold.diagonal() + hold.itemTerm() * grown);
  }

  @Test
  void itsNumbersGiveTheScoreAndTheOneWithoutTheAccount() {
    for (long seed = 0; seed < 5; seed++) {
      List<Row> rows = rows(seed);
      Snapshot all = snapshot(rows);
      Crowd crowd = Crowd.of(all, rows);
      Row account = rows.get(3);
      var fewer = new ArrayList<>(rows);
      fewer.remove(account);
      Snapshot less = snapshot(fewer);
      for (int item : crowd.best(10)) {
        Crowd.Hold hold = crowd.hold(account, crowd.leverage(account), item);
        assertThat(score(hold)).as("seed %d", seed).isCloseTo(mean(all, rows, item), within(1e-9));
        assertThat(without(hold))
            .as("seed %d", seed)
            .isCloseTo(mean(less, rows, item), within(1e-9));
      }
    }
  }

  /// The mean over people of what a model gives an item.
  private static double mean(Snapshot model, List<Row> rows, int item) {
    double sum = 0;
    for (Row row : rows) {
      sum += model.contributions(row, item).stream().mapToDouble(Term::value).sum();
    }
    return sum / rows.size();
  }

  private static Snapshot snapshot(List<Row> rows) {
    Learner learner = Cases.learner(EASE, rows);
    learner.publish(1);
    return learner.snapshot();
  }

  @Test
  void theBestScoreHighestForPeopleAsAWhole() {
    List<Row> rows = rows(7);
    Snapshot model = snapshot(rows);
    List<Integer> best = Crowd.of(model, rows).best(5);
    for (int k = 1; k < best.size(); k++) {
      assertThat(mean(model, rows, best.get(k - 1)))
          .isGreaterThanOrEqualTo(mean(model, rows, best.get(k)) - 1e-12);
    }
  }
}
