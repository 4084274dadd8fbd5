package org.aboveboard.fairness.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Interval;
import org.aboveboard.fairness.Shared;
import org.junit.jupiter.api.Test;

/// Every number of the reference on decisions, to its last printed digit: the guide of fairlearn,
/// the fixtures of AIF360, and Adult with two rules and four ways to group people.
class ReferenceTest {
  private static final String FIXTURES = "fairness-fixtures/aif360r_";

  private final Map<String, Object> ours = new HashMap<>();

  @Test
  void everyNumberOfTheReferenceIsOurs() throws IOException {
    add("fairlearn_doc", Guide.decisions());
    add("aif360r_actual_predicted", predictedByAif());
    addSurvey();
    for (var split : Map.of("test", "adult.test", "train", "adult.data").entrySet()) {
      addAdult(split.getKey(), Adult.read(split.getValue()));
    }
    ours.put("adult_test_differential_fairness_eps", epsilon(Adult.read("adult.test")));
    var reference = Json.leaves(Files.readString(Shared.file("reference/fairness_reference.json")));
    assertThat(reference).hasSize(1753);
    assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(reference.keySet());
    reference.forEach(this::assertSame);
  }

  private void assertSame(String path, String printed) {
    switch (ours.getOrDefault(path, "missing")) {
      case Double number ->
          assertThat(number)
              .as(path)
              .isCloseTo(Double.parseDouble(printed), within(halfOfLastDigit(printed)));
      case Object other -> assertThat(other.toString()).as(path).isEqualTo(printed);
    }
  }

  /// Numbers were printed with 6 digits after the point, zeros left out, or with all they had.
  private static double halfOfLastDigit(String printed) {
    int digits = printed.length() - printed.indexOf('.') - 1;
    return digits <= 6 ? 0.5000001e-6 : 1e-15;
  }

  private void addAdult(String split, List<Adult> people) {
    Map<String, Predicate<Adult>> rules =
        Map.of("edu13", Adult.EDU13, "edu11_married", Adult.EDU11_MARRIED);
    Map<String, Function<Adult, String>> groups =
        Map.of(
            "sex",
            Adult::sex,
            "race",
            Adult::race,
            "age",
            Adult::age,
            "sex_x_race",
            Adult::sexAndRace);
    rules.forEach((rule, test) ->
        groups.forEach((group, name) ->
            add("adult>" + split + "/" + rule + "/" + group, Adult.decisions(people, test, name))));
  }

  private void add(String path, Decisions decisions) {
    add(path + ">overall", decisions.overall());
    decisions.byGroup().forEach((group, counts) -> add(path + ">groups>" + group, counts));
    var parity = decisions.parity();
    ours.put(path + ">demographic_parity_difference", value(parity.demographicParityDifference()));
    ours.put(path + ">demographic_parity_ratio", value(parity.demographicParityRatio()));
    ours.put(path + ">equal_opportunity_difference", value(parity.equalOpportunityDifference()));
    ours.put(path + ">fpr_difference", value(parity.falsePositiveRateDifference()));
    ours.put(
        path + ">equalized_odds_difference",
        value(parity.equalizedOddsDifference(Parity.Aggregate.WORST_CASE)));
    ours.put(
        path + ">equalized_odds_ratio",
        value(parity.equalizedOddsRatio(Parity.Aggregate.WORST_CASE)));
    ours.put(path + ">accuracy_difference", value(parity.accuracyDifference()));
    ours.put(path + ">four_fifths_rule_ok", parity.fourFifthsRule() == FourFifths.HOLDS);
  }

  private void add(String path, Confusion counts) {
    ours.put(path + ">n", counts.people());
    ours.put(path + ">tp", counts.truePositives());
    ours.put(path + ">fp", counts.falsePositives());
    ours.put(path + ">fn", counts.falseNegatives());
    ours.put(path + ">tn", counts.trueNegatives());
    ours.put(path + ">selection_rate", value(counts.selection().rate()));
    ours.put(path + ">base_rate", value(counts.rate(Rate.BASE)));
    ours.put(path + ">tpr", value(counts.rate(Rate.TRUE_POSITIVE)));
    ours.put(path + ">fpr", value(counts.rate(Rate.FALSE_POSITIVE)));
    ours.put(path + ">fnr", value(counts.rate(Rate.FALSE_NEGATIVE)));
    ours.put(path + ">tnr", value(counts.rate(Rate.TRUE_NEGATIVE)));
    ours.put(path + ">ppv", value(counts.rate(Rate.POSITIVE_PREDICTIVE_VALUE)));
    ours.put(path + ">accuracy", value(counts.rate(Rate.ACCURACY)));
    var interval = (Interval.Between) counts.selection().wilson95();
    ours.put(path + ">selection_wilson95>0", interval.low());
    ours.put(path + ">selection_wilson95>1", interval.high());
  }

  /// 32,541 people with an income that is a good one where it is 0.
  private void addSurvey() throws IOException {
    var counts = new TreeMap<String, Selection>();
    for (String[] row : rows("data")) {
      counts.merge(row[9], new Selection(row[14].equals("0") ? 1 : 0, 1), Selection::plus);
    }
    var selections = new Selections(counts);
    ours.put("aif360r_adult>n", selections.overall().people());
    ours.put("aif360r_adult>base_rate", value(selections.overall().rate()));
    ours.put("aif360r_adult>spd", value(selections.demographicParityDifference()));
  }

  private static Decisions predictedByAif() throws IOException {
    var actual = rows("actual_data");
    var predicted = rows("predicted_data");
    return Decisions.count(
        IntStream.range(0, actual.size())
            .mapToObj(i ->
                new Outcome(
                    actual.get(i)[9],
                    predicted.get(i)[14].equals("1"),
                    actual.get(i)[14].equals("1"))));
  }

  private static List<String[]> rows(String file) throws IOException {
    try (var lines = Files.lines(Shared.file(FIXTURES + file + ".csv"))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  private static double epsilon(List<Adult> people) {
    var selections = new TreeMap<String, Selection>();
    people.forEach(adult ->
        selections.merge(
            adult.threefold(), new Selection(adult.earnsMore() ? 1 : 0, 1), Selection::plus));
    return value(new Selections(selections).differentialFairness(0.5));
  }

  private static double value(Figure figure) {
    return figure.known().orElseThrow();
  }
}
