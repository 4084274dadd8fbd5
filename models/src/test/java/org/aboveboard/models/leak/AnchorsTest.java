package org.aboveboard.models.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What leaks of MovieLens 100K, all ratings counting: within broad bounds what others measured.
@Tag("full")
final class AnchorsTest {
  private static final int AGE = 1;
  private static final int GENDER = 2;

  private final List<String[]> people = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private void read() throws IOException {
    SortedMap<String, SortedSet<Integer>> items = new TreeMap<>();
    for (String line : Files.readAllLines(Shared.file("ml-100k/u.data"))) {
      String[] cells = line.split("\t");
      items.computeIfAbsent(cells[0], _ -> new TreeSet<>()).add(Integer.parseInt(cells[1]));
    }
    Map<String, String[]> known = new HashMap<>();
    for (String line : Files.readAllLines(Shared.file("ml-100k/u.user"))) {
      known.put(line.split("\\|")[0], line.split("\\|"));
    }
    items.forEach((person, own) -> {
      people.add(known.getOrDefault(person, new String[0]));
      rows.add(Row.of(own.stream().mapToInt(item -> item).toArray()));
    });
  }

  @Test
  void longListsLeakMoreThanShortOnesAndHistoriesMost() throws IOException {
    read();
    boolean[] women = new boolean[rows.size()];
    boolean[] young = new boolean[rows.size()];
    for (int p = 0; p < young.length; p++) {
      women[p] = people.get(p)[GENDER].equals("F");
      young[p] = Integer.parseInt(people.get(p)[AGE]) < 30;
    }
    leaks("gender", women, 0.775, 0.66, 0.565, 0.698);
    leaks("age below 30", young, 0.862, 0.74, 0.64, 0.789);
  }

  private void leaks(
      String name, boolean[] has, double raw, double hundred, double ten, double popular) {
    var ease = learner(200, rows).publish(0);
    var attacker = Attacker.usual();
    Attack history = attacker.attack(rows, has, new SplittableRandom(1));
    var longest = AttributeLeak.of(ease, rows, has, 100, attacker, new SplittableRandom(1));
    var shortest = AttributeLeak.of(ease, rows, has, 10, attacker, new SplittableRandom(1));
    say(name + ", history", history, raw);
    say(name + ", top 100", longest.lists(), hundred);
    say(name + ", top 10", shortest.lists(), ten);
    say(name + ", popular 100", longest.baseline(), popular);
    assertThat(history.auc()).isGreaterThan(longest.lists().auc());
    assertThat(longest.lists().auc()).isGreaterThan(shortest.lists().auc() + 0.03);
    assertThat(longest.excess()).isNegative();
  }

  private static void say(String what, Attack attack, double anchor) {
    System.out.printf(
        Locale.ROOT,
        "%s: AUC %.3f (%.3f by others), balanced accuracy %.3f%n",
        what,
        attack.auc(),
        anchor,
        attack.balancedAccuracy());
    assertThat(attack.auc()).isBetween(anchor - 0.05, anchor + 0.05);
  }

  private static Learner learner(double lambda, List<Row> rows) {
    var learner = new Learner(new Settings(lambda, 0, 2000, 2));
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner;
  }

  @Test
  void aLargerRidgeTellsLessOfWhoWasIn() throws IOException {
    read();
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(1));
    List<Row> in = shuffled.subList(0, rows.size() / 2);
    List<Row> out = shuffled.subList(rows.size() / 2, rows.size());
    double[] lambdas = {50, 200, 500};
    double[] anchors = {0.875, 0.718, 0.634};
    for (int k = 0; k < lambdas.length; k++) {
      Learner learner = learner(lambdas[k], in);
      Membership attack = Membership.of(learner.publish(0), in, out);
      Leverages spread = Leverages.of(in, learner::leverage);
      System.out.printf(
          Locale.ROOT,
          "lambda %.0f: AUC %.3f (%.3f by others), leverage mean %.3f, max %.3f%n",
          lambdas[k],
          attack.auc(),
          anchors[k],
          spread.mean(),
          spread.max());
      assertThat(attack.auc()).isBetween(anchors[k] - 0.05, anchors[k] + 0.05);
      assertThat(spread.max()).isLessThan(1);
      if (lambdas[k] == 200) {
        assertThat(spread.mean()).isBetween(0.15, 0.25);
        assertThat(spread.max()).isBetween(0.5, 0.75);
      }
    }
  }

  @Test
  void whoIsErasedIsToldFromNobodyAndWhoIsInIsTold() throws IOException {
    read();
    Learner learner = learner(200, rows);
    var with = learner.publish(0);
    int[] some = {0, 400};
    for (int person : some) {
      Row row = rows.get(person);
      learner.replace(row, Row.empty());
      assertThat(Membership.advantage(with, learner.publish(1), row)).isPositive();
      List<Row> others = new ArrayList<>(rows);
      others.remove(person);
      assertThat(learner.canonical(2).digest())
          .isEqualTo(learner(200, others).canonical(1).digest());
      learner.publish(1);
      learner.replace(Row.empty(), row);
    }
  }
}
