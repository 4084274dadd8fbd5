package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.models.Row;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Groups.Target;
import org.aboveboard.server.load.DataSet;

/// What is evaluated on: people divided by the reference protocol, what is said of them, and of
/// which groups the items are.
///
/// @param segments for each segment whom it puts into which group; whoever said nothing is missing
/// @param groups for each way of grouping items the group of each of the split's items
/// @param ages when what is learnt from was done, if the data say it
/// @param fair of which of those the policy declares whose share is the fair one
public record Matter(
    String name,
    Split split,
    SortedMap<String, Map<String, String>> segments,
    SortedMap<String, ItemGroups> groups,
    Map<String, Target> fair,
    Optional<Ages> ages) {
  static final String CATEGORY = "first category";

  /// Items of which a declared grouping says nothing.
  static final String UNKNOWN = "of no group";

  public Matter {
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    fair = Map.copyOf(fair);
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// Reads what a data set says beside its ratings.
  ///
  /// @param declared how the policy groups providers
  public static Matter of(
      DataSet data, Split split, Optional<Ages> ages, Collection<Groups> declared) {
    SortedMap<String, Map<String, String>> segments = new TreeMap<>();
    data.segments(
        line ->
            segments
                .computeIfAbsent(line.segment(), _ -> new HashMap<>())
                .put(line.subject().substring(2), line.group()),
        _ -> {});
    Map<String, String> category = new HashMap<>();
    Map<String, String> provider = new HashMap<>();
    Map<String, Map<String, String>> grouped = new HashMap<>();
    data.items(
        line -> {
          line.categories().stream().findFirst().ifPresent(one -> category.put(line.id(), one));
          line.provider().ifPresent(one -> provider.put(line.id(), one));
          declared.forEach(one ->
              Optional.ofNullable(line.attributes().get(one.attribute()))
                  .filter(one.values()::containsKey)
                  .ifPresent(value ->
                      grouped
                          .computeIfAbsent(one.id(), _ -> new HashMap<>())
                          .put(line.id(), value)));
        },
        _ -> {});
    SortedMap<String, ItemGroups> groups = new TreeMap<>();
    group(category, "of no category", split.items()).ifPresent(of -> groups.put(CATEGORY, of));
    group(provider, "of no provider", split.items()).ifPresent(of -> groups.put("provider", of));
    groups.put("popularity", popularity(split));
    Map<String, Target> fair = new HashMap<>();
    declared.forEach(one ->
        group(grouped.getOrDefault(one.id(), Map.of()), UNKNOWN, split.items())
            .ifPresent(of -> {
              groups.put(one.id(), of);
              fair.put(one.id(), one.target());
            }));
    return new Matter(data.name(), split, segments, groups, fair, ages);
  }

  private static Optional<ItemGroups> group(Map<String, String> of, String other, int[] items) {
    List<String> named =
        Arrays.stream(items).mapToObj(item -> of.getOrDefault(item + "", other)).toList();
    return of.isEmpty() ? Optional.empty() : Optional.of(ItemGroups.of(named));
  }

  /// The most chosen fifth, the middle three, and the least chosen fifth of all items.
  static ItemGroups popularity(Split split) {
    int[] items = split.items();
    long[] counts = counts(split);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Long.compare(counts[b], counts[a]));
    String[] tiers = new String[items.length];
    for (int place = 0; place < tiers.length; place++) {
      double part = (double) place / tiers.length;
      tiers[order.get(place)] =
          part < 0.2
              ? "most chosen fifth"
              : part < 0.8 ? "middle three fifths" : "least chosen fifth";
    }
    return ItemGroups.of(List.of(tiers));
  }

  /// How many of the people who are learnt from have each item.
  public static long[] counts(Split split) {
    int[] items = split.items();
    long[] counts = new long[items.length];
    for (Row row : split.rows()) {
      row.stream().forEach(item -> counts[Arrays.binarySearch(items, item)]++);
    }
    return counts;
  }
}
