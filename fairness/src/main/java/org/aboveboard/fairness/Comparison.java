package org.aboveboard.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One measure compared between groups, with groups below the [Floor] never shown.
///
/// Where a total is published beside the groups, a single small group could be found by
/// subtraction. So the next larger groups are withheld too, until those withheld have as many
/// people together as the floor asks for.
///
/// @param groups one answer per group, in order of their names
public record Comparison(List<GroupMean> groups) {
  public Comparison {
    groups = List.copyOf(groups);
  }

  /// Compares the groups by one value per person.
  public static Comparison of(Map<String, double[]> valuesByGroup, Floor floor) {
    var withheld = floor.withheld(people(valuesByGroup));
    return new Comparison(
        new TreeMap<>(valuesByGroup)
            .entrySet().stream()
                .map(group ->
                    withheld.contains(group.getKey())
                        ? new GroupMean.Withheld(group.getKey())
                        : shown(group.getKey(), group.getValue()))
                .toList());
  }

  /// The groups that may be shown.
  public List<GroupMean.Shown> shown() {
    return groups.stream().flatMap(Comparison::ifShown).toList();
  }

  /// The largest mean less the smallest, or nothing where fewer than two groups are shown.
  public OptionalDouble gap() {
    var means = shown().stream().mapToDouble(GroupMean.Shown::mean).summaryStatistics();
    return means.getCount() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(means.getMax() - means.getMin());
  }

  private static Stream<GroupMean.Shown> ifShown(GroupMean group) {
    return switch (group) {
      case GroupMean.Shown shown -> Stream.of(shown);
      case GroupMean.Withheld _ -> Stream.empty();
    };
  }

  private static Map<String, Long> people(Map<String, double[]> valuesByGroup) {
    return valuesByGroup.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, group -> (long) group.getValue().length));
  }

  private static GroupMean shown(String group, double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    return new GroupMean.Shown(group, values.length, mean, error);
  }
}
