package org.aboveboard.models;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/// The rows that are in the model, how often each, and how many rows hold each item.
///
/// Kept so that a row that was never added cannot be taken out, and so that the head of a large
/// catalogue can be counted afresh when it changes.
final class Corpus {
  private final Map<Row, Integer> rows = new HashMap<>();
  private final Map<Integer, Integer> holders = new HashMap<>();
  private long itemChanges;

  /// A number that grows whenever an item comes or goes.
  long itemChanges() {
    return itemChanges;
  }

  void add(Row row) {
    change(row, 1);
  }

  /// Takes a row out; false if it was not in.
  boolean remove(Row row) {
    if (row.size() > 0 && !rows.containsKey(row)) {
      return false;
    }
    change(row, -1);
    return true;
  }

  private void change(Row row, int by) {
    if (row.size() > 0) {
      rows.merge(row, by, Corpus::sum);
    }
    for (int k = 0; k < row.size(); k++) {
      int items = holders.size();
      holders.merge(row.item(k), by, Corpus::sum);
      itemChanges += Math.abs(holders.size() - items);
    }
  }

  /// The sum, or nothing where it is zero, so that what nobody holds leaves no trace.
  @SuppressWarnings("NullAway") // Map.merge removes the entry when the function returns null
  static Integer sum(Integer a, Integer b) {
    int sum = Math.addExact(a, b);
    return sum == 0 ? null : (Integer) sum;
  }

  /// How many rows hold an item.
  int holders(int item) {
    return holders.getOrDefault(item, 0);
  }

  /// How many items at least one row holds.
  int items() {
    return holders.size();
  }

  /// All items, or where there are more than `largest` the most held (ties: lower number);
  /// ascending.
  int[] head(int largest) {
    return mostHeld().limit(largest).sorted().toArray();
  }

  /// The items that `head` leaves out, most held first.
  int[] tail(int largest) {
    return items() <= largest ? new int[0] : mostHeld().skip(largest).toArray();
  }

  private IntStream mostHeld() {
    return holders.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Integer>>comparingInt(Map.Entry::getValue)
                .reversed()
                .thenComparingInt(Map.Entry::getKey))
        .mapToInt(Map.Entry::getKey);
  }

  void forEach(ObjIntConsumer<Row> action) {
    rows.forEach(action::accept);
  }

  /// How many rows hold each of these items.
  int[] holders(int[] items) {
    return Arrays.stream(items).map(this::holders).toArray();
  }
}
