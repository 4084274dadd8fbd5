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
import java.util.function.Function;
import java.util.function.IntFunction;
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
/// @param isLive whether these are the people of an instance, who agreed to it
/// @param ages when what is learnt from was done, if the data say it
/// @param signals what acts weigh without one of the kinds of act, if there are several
/// @param fair of which of those the policy declares whose share is the fair one
public record Matter(
    String name,
    Split split,
    SortedMap<String, Map<String, String>> segments,
    SortedMap<String, ItemGroups> groups,
    Map<String, Target> fair,
    Optional<Ages> ages,
    Signals signals,
    boolean isLive) {
  static final String CATEGORY = "first category";

  static final String MOST = "most chosen fifth";

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
    Map<String, Described> items = new HashMap<>();
    data.items(
        line ->
            items.put(
                line.id(),
                new Described(
                    line.categories().stream().findFirst(), line.provider(), line.attributes())),
        _ -> {});
    Catalogue catalogue = new Catalogue(split, item -> Optional.ofNullable(items.get(item + "")));
    return of(data.name(), split, ages, segments, catalogue, declared);
  }

  /// What an instance holds: of its people nothing but what they agreed to be learnt from.
  public static Matter live(
      String name,
      Split split,
      Ages ages,
      Signals signals,
      IntFunction<Optional<Described>> items,
      Collection<Groups> declared) {
    Catalogue catalogue = new Catalogue(split, items);
    return of(name, split, Optional.of(ages), new TreeMap<>(), catalogue, declared).live(signals);
  }

  private Matter live(Signals told) {
    return new Matter(name, split, segments, groups, fair, ages, told, true);
  }

  private static Matter of(
      String name,
      Split split,
      Optional<Ages> ages,
      SortedMap<String, Map<String, String>> segments,
      Catalogue items,
      Collection<Groups> declared) {
    SortedMap<String, ItemGroups> groups = new TreeMap<>();
    items.grouped(Described::category, "of no category").ifPresent(of -> groups.put(CATEGORY, of));
    items
        .grouped(Described::provider, "of no provider")
        .ifPresent(of -> groups.put("provider", of));
    groups.put("popularity", popularity(split));
    Map<String, Target> fair = new HashMap<>();
    declared.forEach(one ->
        items
            .grouped(item -> one.of(item.attributes()), UNKNOWN)
            .ifPresent(of -> {
              groups.put(one.id(), of);
              fair.put(one.id(), one.target());
            }));
    return new Matter(name, split, segments, groups, fair, ages, Signals.none(), false);
  }

  /// What the catalogue says of an item.
  ///
  /// @param category the first of them
  public record Described(
      Optional<String> category, Optional<String> provider, Map<String, String> attributes) {
    public Described {
      attributes = Map.copyOf(attributes);
    }
  }

  /// What is said of the items of a split.
  private record Catalogue(Split split, IntFunction<Optional<Described>> items) {
    /// Each item in its group; nothing where none is in one.
    Optional<ItemGroups> grouped(Function<Described, Optional<String>> group, String other) {
      List<Optional<String>> said =
          Arrays.stream(split.items()).mapToObj(item -> items.apply(item).flatMap(group)).toList();
      return said.stream().allMatch(Optional::isEmpty)
          ? Optional.empty()
          : Optional.of(ItemGroups.of(said.stream().map(one -> one.orElse(other)).toList()));
    }
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
          part < 0.2 ? MOST : part < 0.8 ? "middle three fifths" : "least chosen fifth";
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
