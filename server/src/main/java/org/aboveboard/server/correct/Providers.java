package org.aboveboard.server.correct;

import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Groups;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;

/// Groups of providers as the catalogue has them, and what share of exposure is the fair one.
public record Providers(Groups groups, Catalogue catalogue) {
  /// The group of what has none of the declared values.
  public static final String NONE = "";

  /// The group of an item.
  public String of(int item) {
    return catalogue.find(item).map(Item::attributes).flatMap(groups::of).orElse(NONE);
  }

  /// The share that each group should have; nothing where none of them has anything.
  public Map<String, Double> target(Snapshot snapshot) {
    Map<String, Double> amounts = new TreeMap<>();
    for (Item item : catalogue.items()) {
      if (item.available()) {
        groups
            .of(item.attributes())
            .ifPresent(group -> amounts.merge(group, amount(item, snapshot), Double::sum));
      }
    }
    double total = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total == 0) {
      return Map.of();
    }
    amounts.replaceAll((_, amount) -> amount / total);
    return amounts;
  }

  private double amount(Item item, Snapshot snapshot) {
    return switch (groups.target()) {
      case CATALOGUE -> 1;
      case CONSUMPTION -> snapshot.count(item.number());
    };
  }
}
