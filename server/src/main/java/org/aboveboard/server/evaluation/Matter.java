package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.aboveboard.server.load.DataSet;

/// What is evaluated on: people divided by the reference protocol, what is said of them, and of
/// which groups the items are.
///
/// @param segments for each segment whom it puts into which group; whoever said nothing is missing
/// @param groups for each way of grouping items the group of each of the split's items
public record Matter(
    String name,
    Split split,
    SortedMap<String, Map<String, String>> segments,
    SortedMap<String, ItemGroups> groups) {
  private static final String OTHER = "none";

  public Matter {
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// Reads what a data set says beside its ratings.
  public static Matter of(DataSet data, Split split) {
    SortedMap<String, Map<String, String>> segments = new TreeMap<>();
    data.segments(
        line ->
            segments
                .computeIfAbsent(line.segment(), _ -> new HashMap<>())
                .put(line.subject().substring(2), line.group()),
        _ -> {});
    Map<String, String> category = new HashMap<>();
    Map<String, String> provider = new HashMap<>();
    data.items(
        line -> {
          line.categories().stream().findFirst().ifPresent(one -> category.put(line.id(), one));
          line.provider().ifPresent(one -> provider.put(line.id(), one));
        },
        _ -> {});
    SortedMap<String, ItemGroups> groups = new TreeMap<>();
    group(category, split.items()).ifPresent(of -> groups.put("first category", of));
    group(provider, split.items()).ifPresent(of -> groups.put("provider", of));
    groups.put("popularity", popularity(split));
    return new Matter(data.name(), split, segments, groups);
  }

  private static Optional<ItemGroups> group(Map<String, String> of, int[] items) {
    List<String> named =
        Arrays.stream(items).mapToObj(item -> of.getOrDefault(item + "", OTHER)).toList();
    return of.isEmpty() ? Optional.empty() : Optional.of(ItemGroups.of(named));
  }

  /// The most chosen fifth, the middle three, and the least chosen fifth of all items.
  private static ItemGroups popularity(Split split) {
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
          part < 0.2 ? "1 most chosen" : part < 0.8 ? "2 middle" : "3 least chosen";
    }
    return ItemGroups.of(List.of(tiers));
  }

  /// How many of the people who are learnt from have each item.
  static long[] counts(Split split) {
    int[] items = split.items();
    long[] counts = new long[items.length];
    for (Row row : split.rows()) {
      row.stream().forEach(item -> counts[Arrays.binarySearch(items, item)]++);
    }
    return counts;
  }
}
