package org.aboveboard.fairness.exposure;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aboveboard.fairness.Figure;

/// How much each group has of something, and so its share: what it got (e), or what it should get
/// (t), whether by its part of the catalogue, by relevance, by consumption or by policy.
public final class Split {
  private final SortedMap<String, Double> amounts;
  private final double total;

  private Split(SortedMap<String, Double> amounts) {
    amounts.forEach(Split::check);
    this.amounts = Collections.unmodifiableSortedMap(amounts);
    this.total = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// Each group with its amount, which is 0 or more.
  public static Split of(Map<String, Double> amounts) {
    return new Split(new TreeMap<>(amounts));
  }

  /// How many of these are of each group.
  public static Split counting(Collection<String> groups) {
    var counts = new TreeMap<String, Double>();
    groups.forEach(group -> counts.merge(group, 1.0, Double::sum));
    return new Split(counts);
  }

  /// Each group with what it has, in order of their names.
  public SortedMap<String, Double> amounts() {
    return amounts;
  }

  public double total() {
    return total;
  }

  /// What the group has; a group that is not named has nothing.
  public double amount(String group) {
    return amounts.getOrDefault(group, 0.0);
  }

  /// The group's part of all.
  public Figure share(String group) {
    return total == 0 ? Figure.none(Figure.Why.NOTHING) : Figure.of(amount(group) / total);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Split split && split.amounts.equals(amounts);
  }

  @Override
  public int hashCode() {
    return amounts.hashCode();
  }

  @Override
  public String toString() {
    return amounts.toString();
  }

  /// The groups of this and the other.
  SortedSet<String> groupsWith(Split other) {
    var groups = new TreeSet<>(amounts.keySet());
    groups.addAll(other.amounts.keySet());
    return groups;
  }

  /// The shares of these groups, in their order; there is something to share.
  double[] shares(Collection<String> groups) {
    return groups.stream().mapToDouble(group -> amount(group) / total).toArray();
  }

  private static void check(String group, double amount) {
    if (!(Double.isFinite(amount) && amount >= 0)) {
      throw new IllegalArgumentException(
          group
              + " has "
              + amount
              + ": an amount is 0 or more, and what was not measured is left out");
    }
  }
}
