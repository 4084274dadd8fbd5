package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LearnerTest {
  private static final double TOLERANCE = 1e-12;

  @Test
  void afterAnyChangesTheIntegersAreThoseOfTheRowsThatAreLeft() {
    Cases.forAll(
        12,
        random -> {
          var settings = new Settings(5 + random.nextInt(100), random.nextDouble(), 1000, 1);
          changeAtRandom(random, settings, 80, 1 + random.nextInt(3));
        });
  }

  @Test
  void theSameHoldsWhereOnlyTheHeadIsModelled() {
    Cases.forAll(
        12,
        random -> {
          var settings = new Settings(5 + random.nextInt(100), 0.3, 40, 1);
          changeAtRandom(random, settings, 80, 1 + random.nextInt(2));
        });
  }

  private static void changeAtRandom(
      RandomGenerator random, Settings settings, int catalogue, int heaviest) {
    var learner = new Learner(settings, 1);
    List<Row> rows = new ArrayList<>();
    for (int step = 1; step <= 40; step++) {
      for (int change = random.nextInt(6); change >= 0; change--) {
        change(random, learner, rows, catalogue, heaviest);
      }
      learner.publish(step);
      if (step % 4 == 0) {
        holds(learner, rows, settings);
      }
    }
    assertThat(learner.rebuilds()).isLessThan(20);
  }

  private static void change(
      RandomGenerator random, Learner learner, List<Row> rows, int catalogue, int heaviest) {
    boolean isGrowing = rows.size() < 60 || random.nextInt(3) == 0;
    if (isGrowing) {
      rows.add(Cases.row(random, catalogue, 12, heaviest));
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

  private static void holds(Learner learner, List<Row> rows, Settings settings) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(rows.size()));
    var fresh = Cases.learner(settings, shuffled);
    assertThat(learner.gramDigest()).isEqualTo(fresh.gramDigest());
    Canonical canonical = learner.canonical(1);
    assertThat(canonical.digest()).isEqualTo(fresh.canonical(2).digest());
    assertThat(learner.pending()).isZero();
    isNear(learner.snapshot(), canonical);
  }

  private static void isNear(Snapshot live, Canonical canonical) {
    assertThat(live.modelled()).isEqualTo(canonical.items().length);
    for (int i : canonical.items()) {
      for (int j : canonical.items()) {
        assertThat(live.score(Row.of(i), j)).isCloseTo(canonical.weight(i, j), within(TOLERANCE));
      }
    }
  }

  @Test
  void aThousandChangesOneByOneDoNotMakeTheWeightsDrift() {
    Cases.forAll(
        2,
        random -> {
          var settings = new Settings(1, 0.2, 500, 1);
          List<Row> rows = Cases.rows(random, 1500, 60, 15);
          var learner = Cases.learner(settings, rows);
          learner.publish(0);
          for (int step = 1; step <= 1000; step++) {
            learner.replace(rows.removeLast(), Row.empty());
            learner.publish(step);
          }
          holds(learner, rows, settings);
          assertThat(learner.rebuilds()).isLessThan(10);
        });
  }

  @Test
  void whereTheRidgeIsTinyAgainstTheCountsTheWeightsAreStillNear() {
    Cases.forAll(
        8,
        random -> {
          double lambda = Math.pow(10, random.nextDouble(-2, 1));
          var settings = new Settings(lambda, 0, 500, 1);
          var learner = new Learner(settings, 1);
          List<Row> rows = new ArrayList<>();
          for (int r = 0; r < 160; r++) {
            rows.add(Cases.row(random, 60, 12, 1 + random.nextInt(10)));
            learner.replace(Row.empty(), rows.getLast());
          }
          for (int step = 1; step <= 150; step++) {
            learner.replace(rows.removeLast(), Row.empty());
            learner.publish(step);
            if (step % 15 == 0) {
              holds(learner, rows, settings);
            }
          }
        });
  }

  @Test
  void whatStandsBesideTheMatrixHasTheBitsItHasOnceWrittenIn() {
    Cases.forAll(
        3,
        random -> {
          var settings = new Settings(20, 0.2, 500, 1);
          List<Row> rows = Cases.rows(random, 300, 80, 15);
          var beside = Cases.learner(settings, rows);
          Weights base = beside.publish(0).weights();
          beside.replace(rows.getFirst(), rows.getFirst().without(rows.getFirst().item(0)));
          Weights live = beside.publish(1).weights();
          assertThat(live.terms().count()).isPositive();
          var change = new LowRank(live, live.size(), live.size(), settings.lambda());
          int[] all = IntStream.range(0, base.size()).toArray();
          double[][] written = change.apply(all, new PlainKernel(), 2);
          for (int i : all) {
            assertThat(live.inverse(i, new double[all.length])).isEqualTo(written[i]);
            assertThat(live.inverse(i, i)).isEqualTo(written[i][i]);
          }
        });
  }

  @Test
  void aModelThatSettlesWhileItLearnsKeepsEveryBit() {
    Cases.forAll(
        6,
        random -> {
          var settings = new Settings(20, 0.2, 500, 1);
          List<Row> rows = Cases.rows(random, 300, 80, 15);
          var learner = Cases.learner(settings, rows);
          Optional<Settling> settling = Optional.empty();
          for (int step = 0; step < 60; step++) {
            Row before = rows.set(step, rows.get(step).without(rows.get(step).item(0)));
            Snapshot published = publish(learner, before, rows.get(step));
            settling.ifPresent(Settling::write);
            settling.ifPresent(learner::settle);
            isTheSame(learner.snapshot(), published);
            settling = step % 3 == 0 ? learner.settling() : Optional.empty();
          }
          assertThat(learner.rebuilds()).isEqualTo(1);
          assertThat(learner.snapshot().weights().terms().count()).isLessThan(14);
          holds(learner, rows, settings);
        });
  }

  private static Snapshot publish(Learner learner, Row before, Row after) {
    learner.replace(before, after);
    return learner.publish(1);
  }

  private static void isTheSame(Snapshot one, Snapshot other) {
    int size = one.weights().size();
    assertThat(size).isEqualTo(other.weights().size());
    for (int i = 0; i < size; i++) {
      assertThat(one.weights().inverse(i, new double[size]))
          .isEqualTo(other.weights().inverse(i, new double[size]));
    }
  }

  @Test
  void whatWasWrittenForAnotherMatrixIsNotTakenOver() {
    var settings = new Settings(20, 0, 500, 1);
    List<Row> rows = Cases.rows(new SplittableRandom(5), 300, 80, 15);
    var learner = Cases.learner(settings, rows);
    learner.publish(0);
    for (int step = 0; step < 8; step++) {
      publish(learner, rows.get(step), rows.get(step).without(rows.get(step).item(0)));
    }
    Settling settling = learner.settling().orElseThrow();
    settling.write();
    Snapshot widened = publish(learner, Row.empty(), Row.of(9_000));
    learner.settle(settling);
    assertThat(learner.snapshot()).isSameAs(widened);
    assertThat(widened.models(9_000)).isTrue();
  }

  @Test
  void theFirstPublicationIsCanonicalToTheBit() {
    Cases.forAll(
        3,
        random -> {
          var learner = Cases.learner(new Settings(20, 0, 500, 2), Cases.rows(random, 90, 70, 9));
          Snapshot live = learner.publish(1);
          Canonical canonical = learner.canonical(1);
          for (int i : canonical.items()) {
            for (int j : canonical.items()) {
              assertThat(live.score(Row.of(i), j)).isEqualTo(canonical.weight(i, j));
            }
          }
        });
  }

  @Test
  void forgettingARowGivesTheModelThatNeverSawIt() {
    Cases.forAll(
        5,
        random -> {
          var settings = new Settings(30, 0.2, 500, 1);
          List<Row> rows = Cases.rows(random, 150, 120, 15);
          var learner = Cases.learner(settings, rows);
          learner.publish(1);
          Row forgotten = rows.removeLast();
          assertThat(learner.leverage(forgotten)).isGreaterThan(0).isLessThan(1);
          learner.replace(forgotten, Row.empty());
          learner.publish(2);
          holds(learner, rows, settings);
        });
  }

  @Test
  void anItemThatNobodyHoldsAnyMoreIsUnknown() {
    var learner = new Learner(new Settings(1, 0, 10, 1));
    learner.replace(Row.empty(), Row.of(1, 2, 3));
    learner.replace(Row.empty(), Row.of(1, 2));
    learner.publish(1);
    learner.replace(Row.of(1, 2, 3), Row.of(1, 2));
    Snapshot after = learner.publish(2);
    assertThat(after.knows(3)).isFalse();
    assertThat(after.items()).isEqualTo(2);
    assertThat(after.count(1)).isEqualTo(2);
    assertThat(after.support(1, 2)).isEqualTo(2);
  }

  @Test
  void aModelThatWasEmptiedLearnsAgain() {
    var learner = new Learner(new Settings(1, 0, 10, 1));
    learner.replace(Row.empty(), Row.of(1, 2));
    learner.replace(Row.of(1, 2), Row.empty());
    learner.publish(1);
    learner.replace(Row.empty(), Row.of(2, 3));
    Snapshot after = learner.publish(2);
    assertThat(after.knows(2) && after.knows(3)).isTrue();
    assertThat(after.knows(1)).isFalse();
  }

  @Test
  void supportCountsRowsWhateverTheirWeights() {
    var learner = new Learner(new Settings(1, 0, 10, 1));
    learner.replace(Row.empty(), Row.of(new int[] {4, 9}, new int[] {1, 1}));
    learner.replace(Row.empty(), Row.of(new int[] {4, 9}, new int[] {3, 5}));
    Snapshot snapshot = learner.publish(7);
    assertThat(snapshot.version()).isEqualTo(7);
    assertThat(snapshot.support(9, 4)).isEqualTo(2);
    assertThat(snapshot.count(4)).isEqualTo(2);
  }

  @Test
  void aRowThatNeverCameInCannotBeTakenOut() {
    var learner = Cases.learner(new Settings(1, 0, 10, 1), List.of(Row.of(1, 2)));
    byte[] before = learner.gramDigest();
    assertThatThrownBy(() -> learner.replace(Row.of(1, 3), Row.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(learner.gramDigest()).isEqualTo(before);
    assertThat(learner.pending()).isEqualTo(1);
  }

  @Test
  void aSnapshotStaysAsItWas() {
    var learner = Cases.learner(new Settings(1, 0, 10, 1), List.of(Row.of(1, 2), Row.of(2, 3)));
    Snapshot before = learner.publish(1);
    double score = before.score(Row.of(1), 2);
    learner.replace(Row.of(1, 2), Row.of(1, 3));
    learner.publish(2);
    assertThat(before.support(1, 2)).isEqualTo(1);
    assertThat(before.score(Row.of(1), 2)).isEqualTo(score);
    assertThat(learner.snapshot().support(1, 2)).isZero();
  }

  @Test
  void aCountThatAnIntegerCannotHoldIsRefusedAndChangesNothing() {
    int heavy = Row.LARGEST_WEIGHT;
    Row row = Row.of(new int[] {1}, new int[] {heavy});
    var learner = new Learner(new Settings(1, 0, 10, 1));
    int most = Integer.MAX_VALUE / heavy / heavy;
    for (int times = 0; times < most; times++) {
      learner.replace(Row.empty(), row);
    }
    byte[] before = learner.gramDigest();
    assertThatThrownBy(() -> learner.replace(Row.empty(), row))
        .isInstanceOf(ArithmeticException.class);
    assertThat(learner.gramDigest()).isEqualTo(before);
  }
}
