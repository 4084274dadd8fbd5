package org.aboveboard.server.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("ReferenceEquality") // a model that settles is published again
final class SettleTest {
  private static final int ITEMS = 200;

  @Test
  @Timeout(60)
  void whatLiesBesideTheMatrixIsWrittenInWhileNobodyWaits() {
    var learner = new Learner(new Settings(20, 0, ITEMS, 1));
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < ITEMS; person++) {
      int from = person;
      rows.add(Row.of(IntStream.of(0, 7, 40, 63).map(i -> (from + i) % ITEMS).sorted().toArray()));
      learner.replace(Row.empty(), rows.getLast());
    }
    learner.publish(0);
    try (var settle = new Settle(learner)) {
      settle.begin();
      for (int erased = 1; erased <= 12; erased++) {
        learner.replace(rows.removeLast(), Row.empty());
        learner.publish(erased);
      }
      Snapshot published = learner.snapshot();
      settle.begin();
      while (learner.snapshot() == published) {
        Thread.onSpinWait();
      }
    }
    assertThat(learner.settling()).isEmpty();
    assertThat(learner.rebuilds()).isEqualTo(1);
    assertThat(learner.snapshot().version()).isEqualTo(12);
  }
}
