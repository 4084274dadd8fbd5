package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.fairness.Comparison;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.GroupMean;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Split;

/// How well the groups of each segment are served: of all, and among people of like activity, since
/// who does much is served better by most models whoever they are.
record BySegment(Matter matter, Floor floor) {
  private static final double OF_95_PERCENT = 1.96;
  private static final String ALL = "all";

  List<Report.Segment> of(List<Served> people) {
    Map<String, String> strata = strata();
    List<Report.Segment> found = new ArrayList<>();
    matter
        .segments()
        .forEach((segment, said) -> {
          found.add(of(segment, ALL, said, people));
          for (String stratum : List.of("long history", "short history")) {
            List<Served> some =
                people.stream().filter(one -> stratum.equals(strata.get(one.user()))).toList();
            found.add(of(segment, stratum, said, some));
          }
        });
    return found;
  }

  /// The half with the longer told rows, and the other half.
  private Map<String, String> strata() {
    List<Split.Holdout> byLength =
        matter.split().test().stream()
            .sorted(Comparator.comparingInt(one -> one.told().size()))
            .toList();
    Map<String, String> strata = new HashMap<>();
    for (int place = 0; place < byLength.size(); place++) {
      strata.put(
          byLength.get(place).user(),
          2 * place < byLength.size() ? "short history" : "long history");
    }
    return strata;
  }

  private Report.Segment of(
      String segment, String stratum, Map<String, String> said, List<Served> people) {
    Map<String, List<Double>> values = new TreeMap<>();
    people.forEach(one ->
        Optional.ofNullable(said.get(one.user()))
            .ifPresent(group ->
                values
                    .computeIfAbsent(group, _ -> new ArrayList<>())
                    .add(one.figures().ndcg100())));
    Map<String, double[]> byGroup = new TreeMap<>();
    values.forEach((group, list) ->
        byGroup.put(group, list.stream().mapToDouble(Double::doubleValue).toArray()));
    Comparison comparison = Comparison.of(byGroup, floor);
    long told = values.values().stream().mapToLong(List::size).sum();
    return new Report.Segment(
        segment,
        stratum,
        people.isEmpty() ? 0 : (double) told / people.size(),
        comparison.groups().stream().map(this::group).toList(),
        gap(comparison));
  }

  private Report.Group group(GroupMean mean) {
    return switch (mean) {
      case GroupMean.Shown(String group, int people, double value, double error) ->
          new Report.Group(
              group,
              Optional.of(people),
              Optional.of(value),
              Optional.of(value - OF_95_PERCENT * error),
              Optional.of(value + OF_95_PERCENT * error),
              Optional.empty());
      case GroupMean.Withheld(String group) ->
          new Report.Group(
              group,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(
                  "fewer than " + floor.people() + " people, or it would give away such a group"));
    };
  }

  private static Report.Answer gap(Comparison comparison) {
    var gap = comparison.gap();
    return Report.Answer.of(
        gap.isPresent() ? Figure.of(gap.getAsDouble()) : Figure.none(Figure.Why.ONE_GROUP));
  }
}
