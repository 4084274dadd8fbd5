package org.aboveboard.server.monitor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.policy.Groups;
import org.aboveboard.server.catalogue.Item;

/// Which group of providers each item belongs to, and the share of each group in what is shown.
/// Items without a value that is declared belong to none and are left out on both sides.
final class Shares {
  private static final PositionWeights ATTENTION = PositionWeights.log();

  private final Groups groups;
  private final Map<Integer, String> groupOf;
  private final Map<String, Double> available;

  private Shares(Groups groups, Map<Integer, String> groupOf, Map<String, Double> available) {
    this.groups = groups;
    this.groupOf = groupOf;
    this.available = available;
  }

  static Shares of(Groups groups, List<Item> items) {
    Map<Integer, String> groupOf = new HashMap<>();
    Map<String, Double> available = new HashMap<>();
    for (Item item : items) {
      groups
          .of(item.attributes())
          .ifPresent(value -> {
            groupOf.put(item.number(), value);
            if (item.available()) {
              available.merge(value, 1.0, Double::sum);
            }
          });
    }
    return new Shares(groups, groupOf, available);
  }

  /// The share of each group in what can be shown; empty where there is nothing.
  Map<String, Double> ofCatalogue() {
    return shares(available).orElse(Map.of());
  }

  /// The share of each group in what people do; empty where nobody did anything.
  Map<String, Double> of(Map<Integer, Long> used) {
    Map<String, Double> amounts = new HashMap<>();
    used.forEach((item, people) ->
        Optional.ofNullable(groupOf.get(item))
            .ifPresent(group -> amounts.merge(group, (double) people, Double::sum)));
    return shares(amounts).orElse(Map.of());
  }

  /// The mean over a person's lists of the share of each group in the attention that a list gets;
  /// nothing where no list has an item of any group.
  Optional<Map<String, Double>> seenBy(List<Shown> lists) {
    List<Map<String, Double>> each =
        lists.stream().flatMap(list -> ofList(list.items()).stream()).toList();
    if (each.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> mean = new LinkedHashMap<>();
    for (String group : groups.values().keySet()) {
      double sum = each.stream().mapToDouble(one -> one.getOrDefault(group, 0.0)).sum();
      mean.put(group, Math.clamp(sum / each.size(), 0, 1));
    }
    return Optional.of(mean);
  }

  private Optional<Map<String, Double>> ofList(List<Integer> items) {
    Map<String, Double> amounts = new HashMap<>();
    for (int place = 0; place < items.size(); place++) {
      double weight = ATTENTION.at(place + 1);
      Optional.ofNullable(groupOf.get(items.get(place)))
          .ifPresent(group -> amounts.merge(group, weight, Double::sum));
    }
    return shares(amounts);
  }

  private Optional<Map<String, Double>> shares(Map<String, Double> amounts) {
    double all =
        groups.values().keySet().stream().mapToDouble(g -> amounts.getOrDefault(g, 0.0)).sum();
    if (all == 0) {
      return Optional.empty();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    groups.values().keySet().forEach(g -> shares.put(g, amounts.getOrDefault(g, 0.0) / all));
    return Optional.of(shares);
  }
}
