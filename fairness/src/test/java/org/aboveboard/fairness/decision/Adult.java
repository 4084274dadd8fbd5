package org.aboveboard.fairness.decision;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aboveboard.fairness.Shared;

/// The people of the Adult data set (Becker and Kohavi, 1996), and two simple rules that guess who
/// earns more than 50,000 dollars.
record Adult(List<String> fields) {
  static final Predicate<Adult> EDU13 = adult -> adult.education() >= 13;
  static final Predicate<Adult> EDU11_MARRIED =
      adult -> adult.education() >= 11 && adult.fields.get(5).equals("Married-civ-spouse");

  static List<Adult> read(String file) throws IOException {
    try (var lines = Files.lines(Shared.file("adult/" + file))) {
      return lines
          .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
          .filter(fields -> fields.size() == 15)
          .map(Adult::new)
          .toList();
    }
  }

  static Decisions decisions(
      List<Adult> people, Predicate<Adult> rule, Function<Adult, String> group) {
    return Decisions.count(outcomes(people, rule, group));
  }

  private static Stream<Outcome> outcomes(
      List<Adult> people, Predicate<Adult> rule, Function<Adult, String> group) {
    return people.stream()
        .map(adult -> new Outcome(group.apply(adult), rule.test(adult), adult.earnsMore()));
  }

  String sex() {
    return fields.get(9);
  }

  String race() {
    return fields.get(8);
  }

  String sexAndRace() {
    return sex() + "|" + race();
  }

  /// White or not, woman or man, from the United States or not.
  String threefold() {
    return race().equals("White") + sex() + fields.get(13).equals("United-States");
  }

  String age() {
    int years = Integer.parseInt(fields.getFirst());
    if (years < 30) {
      return "<30";
    }
    return years < 45 ? "30-44" : years < 60 ? "45-59" : "60+";
  }

  boolean earnsMore() {
    return fields.get(14).startsWith(">50K");
  }

  private int education() {
    return Integer.parseInt(fields.get(4));
  }
}
