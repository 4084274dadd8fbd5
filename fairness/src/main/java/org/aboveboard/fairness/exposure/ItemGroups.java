package org.aboveboard.fairness.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which group, such as a provider, each item of the catalogue is of. Items are 0 to n − 1.
public final class ItemGroups {
  private final List<String> names;
  private final int[] groupOf;

  private ItemGroups(List<String> names, int[] groupOf) {
    this.names = names;
    this.groupOf = groupOf;
  }

  /// The groups of the items 0, 1, 2 and so on.
  public static ItemGroups of(List<String> groupOfItem) {
    var names = List.copyOf(new TreeSet<>(groupOfItem));
    var numbers = new HashMap<String, Integer>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    return new ItemGroups(
        names, groupOfItem.stream().mapToInt(name -> numbers.getOrDefault(name, 0)).toArray());
  }

  public int items() {
    return groupOf.length;
  }

  /// The names of the groups, in order.
  public List<String> names() {
    return names;
  }

  public String of(int item) {
    if (item < 0 || item >= items()) {
      throw new IllegalArgumentException(
          "item " + item + " is not in a catalogue of " + items() + ": number the items from 0");
    }
    return names.get(groupOf[item]);
  }

  /// How many items each group has: the target where every item has the same claim.
  public Split catalogue() {
    return split(IntStream.range(0, items()).mapToDouble(_ -> 1).toArray());
  }

  /// What is given per item, added up by group: exposure, relevance or consumption.
  public Split split(double... perItem) {
    if (perItem.length != items()) {
      throw new IllegalArgumentException("each item of the catalogue has one amount, zeros too");
    }
    var sums = new double[names.size()];
    for (int item = 0; item < perItem.length; item++) {
      sums[groupOf[item]] += perItem[item];
    }
    var amounts = new TreeMap<String, Double>();
    IntStream.range(0, sums.length).forEach(g -> amounts.put(names.get(g), sums[g]));
    return Split.of(amounts);
  }

  /// The groups of the items of a list, in its order.
  public List<String> ofList(int... list) {
    var groups = new ArrayList<String>(list.length);
    IntStream.of(list).forEach(item -> groups.add(of(item)));
    return List.copyOf(groups);
  }
}
