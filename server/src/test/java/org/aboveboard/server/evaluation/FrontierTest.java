package org.aboveboard.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.models.Row;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Groups.Target;
import org.aboveboard.server.evaluation.Curve.Point;
import org.aboveboard.server.evaluation.Curve.Tried;
import org.junit.jupiter.api.Test;

final class FrontierTest {
  private static final Split SPLIT = People.split(160, 20);
  private static final Declared NOTHING = Declared.of(Set.of());
  private static final Entrant MODEL = new Entrant.Dense(20, 0);

  @Test
  void whatIsBeatenInBothIsNotOnTheFrontier() {
    List<Tried> tried =
        List.of(
            tried("cheap", 1, 0.1),
            tried("good", 2, 0.3),
            tried("worse", 3, 0.2),
            new Tried("unknown", Optional.empty(), 0.9, false));
    assertThat(onFrontier(tried, true)).containsExactly("cheap", "good");
    assertThat(onFrontier(tried, false)).containsExactly("good", "worse");
  }

  @Test
  void equalsDoNotBeatOneAnother() {
    assertThat(onFrontier(List.of(tried("one", 1, 0.2), tried("other", 1, 0.2)), true))
        .containsExactly("one", "other");
  }

  @Test
  void theLessPeopleAllowTheLessIsGuessed() {
    for (Curve curve :
        new Trying(matter(Optional.empty()), MODEL, NOTHING, 1).all().subList(0, 2)) {
      List<Double> accuracy = curve.points().stream().map(Point::up).toList();
      assertThat(accuracy.getFirst()).as(curve.of()).isLessThan(accuracy.getLast());
      assertThat(curve.chosen().map(Point::setting)).contains("100 %");
    }
  }

  @Test
  void withoutDaysNoRetentionIsMade() {
    Curve curve = new Trying(matter(Optional.empty()), MODEL, NOTHING, 1).all().getLast();
    assertThat(curve.points()).isEmpty();
    assertThat(curve.why()).contains("do not say when");
  }

  @Test
  void whatIsTooOldIsNotLearntFrom() {
    List<int[]> days = new ArrayList<>();
    SPLIT
        .rows()
        .forEach(row -> days.add(row.stream().map(item -> item % 2 == 0 ? 100 : 60).toArray()));
    Ages ages = Ages.of(days);
    assertThat(ages.span()).isEqualTo(41);
    assertThat(ages.kept(SPLIT.rows(), 40))
        .allMatch(FrontierTest::isEven)
        .anyMatch(row -> row.size() > 0);
    assertThat(ages.kept(SPLIT.rows(), 41)).isEqualTo(SPLIT.rows());
    assertThat(ages.before(SPLIT.rows(), 1)).noneMatch(row -> row.size() > 0 && isEven(row));
    Curve curve = new Trying(matter(Optional.of(ages)), MODEL, NOTHING, 1).all().getLast();
    assertThat(curve.points())
        .extracting(Point::setting)
        .containsExactly("7 days", "30 days", "all 41 days");
    assertThat(curve.points().getLast().up()).isGreaterThan(curve.points().getFirst().up());
  }

  @Test
  void aKindOfActThatIsLeftOutTakesItsWeightAlong() {
    Map<String, List<int[]>> weights = new HashMap<>();
    weights.put("views", weights(item -> item % 2 == 0 ? 0 : 1));
    weights.put("purchases", weights(_ -> 1));
    Signals signals = Signals.of(weights);
    assertThat(signals.without("views", SPLIT.rows()))
        .noneMatch(row -> row.stream().anyMatch(i -> i % 2 == 0));
    assertThat(signals.without("purchases", SPLIT.rows())).isEqualTo(SPLIT.rows());
    Curve curve = new Trying(matter(Optional.empty(), signals), MODEL, NOTHING, 1).all().get(2);
    assertThat(curve.points()).extracting(Point::setting).containsExactly("without views", "all");
    assertThat(curve.points().getFirst().up()).isLessThan(curve.points().getLast().up());
    assertThat(new Trying(matter(Optional.empty()), MODEL, NOTHING, 1).all().get(2).why())
        .contains("one kind of act alone");
  }

  private static List<int[]> weights(IntUnaryOperator weight) {
    return SPLIT.rows().stream().map(row -> row.stream().map(weight).toArray()).toList();
  }

  private static boolean isEven(Row row) {
    return row.stream().allMatch(item -> item % 2 == 0);
  }

  @Test
  void aStrongerCorrectionGivesTheWorstOffMoreAttention() {
    Matter matter = matter(Optional.empty());
    Chosen chosen =
        Chosen.of(Contest.run(SPLIT, List.of(20.0), 1000, _ -> {}).chosen(), SPLIT.rows());
    Curve curve = new Correcting(matter, chosen, NOTHING).curve();
    assertThat(curve.points().getFirst().setting()).isEqualTo("none");
    assertThat(curve.points().getFirst().isChosen()).isTrue();
    assertThat(curve.points().getLast().across()).isGreaterThan(curve.points().getFirst().across());
  }

  @Test
  void longerListsFindMore() {
    Contest.Placed placed = Contest.run(SPLIT, List.of(20.0), 1000, _ -> {}).chosen();
    List<Report.Leak> leaks = List.of(new Report.Leak("gender", "F", 10, 0.7, 0.6, 0.2));
    List<Curve> curves = new Lengths(matter(Optional.empty()), placed, leaks, 12).all();
    List<Point> points = curves.getFirst().points();
    assertThat(points).extracting(Point::setting).startsWith("10 items", "12 items", "20 items");
    assertThat(points.getFirst().up()).isLessThan(points.getLast().up());
    assertThat(curves.getLast().points()).as("where it was measured").hasSize(1);
  }

  @Test
  void withoutATenthOfThePeopleListsStayNearlyTheSame() {
    Matter matter = matter(Optional.empty());
    Retraining retraining = new Retraining(matter, MODEL, MODEL.fit(SPLIT.rows()), 1);
    double alike = retraining.withoutATenth().known().orElseThrow();
    assertThat(alike).isGreaterThan(0.5).isLessThan(1);
    assertThat(retraining.ofSomeDaysBefore()).isEmpty();
    List<int[]> sameDay = new ArrayList<>();
    SPLIT.rows().forEach(row -> sameDay.add(new int[row.size()]));
    assertThat(Ages.of(sameDay).kept(SPLIT.rows(), 1)).isEqualTo(SPLIT.rows());
  }

  private static Tried tried(String setting, double across, double up) {
    return new Tried(setting, Optional.of(across), up, false);
  }

  private static List<String> onFrontier(List<Tried> tried, boolean isLessBetter) {
    return Curve.of("it", "model", "cost", isLessBetter, "accuracy", "", tried).points().stream()
        .filter(Point::isOnFrontier)
        .map(Point::setting)
        .toList();
  }

  /// What people of both tastes like is of large providers, the rest of small ones.
  private static Matter matter(Optional<Ages> ages) {
    return matter(ages, Signals.none());
  }

  private static Matter matter(Optional<Ages> ages, Signals signals) {
    List<String> of = new ArrayList<>();
    for (int item : SPLIT.items()) {
      of.add(item > 20 && item <= 30 ? "large" : "small");
    }
    return new Matter(
        "made-up",
        SPLIT,
        new TreeMap<>(),
        new TreeMap<>(Map.of("size", ItemGroups.of(of))),
        Map.of("size", Target.CATALOGUE),
        ages,
        signals,
        false);
  }
}
