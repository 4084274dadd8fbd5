package org.aboveboard.models.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.aboveboard.models.Learner;
import org.aboveboard.models.LocalRidge;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.SparseLearner;
import org.junit.jupiter.api.Test;

final class LeakTest {
  @Test
  void theAreaByHand() {
    // 3 > 1, 3 > 2, 2 > 1, and 2 = 2 counts half: three and a half of four
    assertThat(Auc.of(new double[] {3, 2}, new double[] {1, 2})).isEqualTo(3.5 / 4);
    assertThat(Auc.of(new double[] {1}, new double[] {1})).isEqualTo(0.5);
    assertThat(new Attack(0.75, 0).advantage()).isEqualTo(0.5);
    assertThat(new Attack(0.4, 0).advantage()).isZero();
  }

  @Test
  void anAreaOverNobodyOrOverNoNumberIsRefused() {
    assertThatThrownBy(() -> Auc.of(new double[0], new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Auc.of(new double[] {Double.NaN}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLineSolvesItsNormalEquations() {
    // two people, item 1 with, item 2 without: by symmetry weights w, -w and constant 0,
    // and (1 + ridge) w = 1
    var line = RidgeLine.fit(List.of(Row.of(1), Row.of(2)), new boolean[] {true, false}, 3);
    assertThat(line.at(Row.of(1))).isCloseTo(0.25, within(1e-9));
    assertThat(line.at(Row.of(2))).isCloseTo(-0.25, within(1e-9));
    assertThat(line.at(Row.of(77))).isCloseTo(0, within(1e-9));
  }

  @Test
  void anAttributeThatDecidesWhatPeopleHaveIsFoundAndOneByChanceIsNot() {
    var random = new SplittableRandom(4);
    List<Row> rows = new ArrayList<>();
    boolean[] taste = new boolean[200];
    boolean[] chance = new boolean[200];
    for (int person = 0; person < taste.length; person++) {
      taste[person] = person % 4 == 0;
      chance[person] = random.nextInt(4) == 0;
      rows.add(row(random, taste[person] ? 0.7 : 0.4));
    }
    Attack found = Attacker.usual().attack(rows, taste, random);
    assertThat(found.auc()).isGreaterThan(0.85);
    assertThat(found.balancedAccuracy()).isGreaterThan(0.75);
    assertThat(Attacker.usual().attack(rows, chance, random).auc()).isBetween(0.3, 0.7);
  }

  @Test
  void longListsLeakMoreThanShortOnes() {
    var random = new SplittableRandom(12);
    List<Row> rows = new ArrayList<>();
    boolean[] taste = new boolean[300];
    for (int person = 0; person < taste.length; person++) {
      taste[person] = person % 3 == 0;
      rows.add(row(random, taste[person] ? 0.65 : 0.35));
    }
    var ranker = learner(rows).publish(0);
    double longer = lists(ranker, rows, taste, 12);
    assertThat(longer).isGreaterThan(lists(ranker, rows, taste, 1) + 0.05);
    assertThat(longer).isLessThan(1);
  }

  private static double lists(Ranker ranker, List<Row> rows, boolean[] has, int k) {
    var attacker = new Attacker(10, 30);
    return AttributeLeak.of(ranker, rows, has, k, attacker, new SplittableRandom(2)).lists().auc();
  }

  /// Ten items or fewer, those below 20 with some probability.
  private static Row row(RandomGenerator random, double low) {
    return Row.of(
        random
            .doubles(10)
            .mapToInt(d -> random.nextInt(20) + (d < low ? 0 : 20))
            .distinct()
            .sorted()
            .toArray());
  }

  @Test
  void theSameChanceIsTheSameAttack() {
    var random = new SplittableRandom(9);
    List<Row> rows = new ArrayList<>();
    boolean[] has = new boolean[60];
    for (int person = 0; person < has.length; person++) {
      has[person] = person % 3 == 0;
      rows.add(row(random, 0.5));
    }
    var ranker = learner(rows).publish(0);
    var attacker = new Attacker(5, 1);
    var one = AttributeLeak.of(ranker, rows, has, 5, attacker, new SplittableRandom(1));
    assertThat(AttributeLeak.of(ranker, rows, has, 5, attacker, new SplittableRandom(1)))
        .isEqualTo(one);
    assertThat(one.excess()).isEqualTo(one.lists().advantage() - one.baseline().advantage());
  }

  @Test
  void anAttackOnOneSideAloneIsRefused() {
    List<Row> rows = List.of(Row.of(1), Row.of(2));
    assertThatThrownBy(() -> attack(rows, new boolean[] {true, true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 people lack");
    assertThatThrownBy(() -> attack(rows, new boolean[] {true, false}))
        .hasMessageContaining("1 people have");
    assertThatThrownBy(() -> attack(rows, new boolean[] {true})).hasMessageContaining("2 people");
    assertThatThrownBy(() -> new Attacker(1, 1)).hasMessageContaining("folds");
    assertThatThrownBy(() -> new Attacker(2, Double.NaN)).hasMessageContaining("ridge");
  }

  private static Attack attack(List<Row> rows, boolean[] has) {
    return new Attacker(2, 1).attack(rows, has, new SplittableRandom(1));
  }

  @Test
  void whoWasErasedHasNoAdvantageAtAllAndWhoIsInHasOne() {
    var random = new SplittableRandom(5);
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < 80; person++) {
      rows.add(row(random, 0.5));
    }
    Row erased = rows.getFirst();
    var learner = learner(rows);
    Ranker with = learner.publish(0);
    learner.replace(erased, Row.empty());
    Ranker without = learner.publish(1);
    Ranker never = learner(rows.subList(1, rows.size())).publish(0);
    assertThat(Membership.advantage(with, never, erased)).isGreaterThan(0);
    assertThat(Membership.advantage(without, never, erased)).isEqualTo(0);
  }

  private static SparseLearner learner(List<Row> rows) {
    var learner = new SparseLearner(LocalRidge.of(30, 2), 1);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner;
  }

  @Test
  void aLargerRidgeTellsLessOfWhoWasIn() {
    var random = new SplittableRandom(6);
    List<Row> in = new ArrayList<>();
    List<Row> out = new ArrayList<>();
    for (int person = 0; person < 250; person++) {
      in.add(row(random, 0.5));
      out.add(row(random, 0.5));
    }
    var loose = new Learner(new Settings(1, 0, 100, 1));
    var tight = new Learner(new Settings(300, 0, 100, 1));
    in.forEach(row -> loose.replace(Row.empty(), row));
    in.forEach(row -> tight.replace(Row.empty(), row));
    double much = Membership.of(loose.publish(0), in, out).auc();
    double little = Membership.of(tight.publish(0), in, out).auc();
    assertThat(much).isGreaterThan(little + 0.05);
    Leverages spread = Leverages.of(in, loose::leverage);
    assertThat(spread.max()).isBetween(spread.mean(), 1.0);
    assertThat(Leverages.of(in, tight::leverage).max()).isLessThan(spread.mean());
  }

  @Test
  void nobodyAndEmptyRowsAreRefused() {
    Ranker ranker = learner(List.of(Row.of(1, 2))).publish(0);
    assertThatThrownBy(() -> Leverages.of(List.of(), _ -> 1)).hasMessageContaining("no rows");
    assertThatThrownBy(() -> Membership.statistic(ranker, Row.empty()))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> Membership.of(ranker, List.of(Row.of(1)), List.of()))
        .hasMessageContaining("nobody");
  }
}
