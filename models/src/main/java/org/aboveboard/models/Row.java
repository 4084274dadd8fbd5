package org.aboveboard.models;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One row of the interaction matrix: item numbers, ascending, each with a small positive integer
/// weight.
///
/// It never prints what it holds.
public final class Row {
  /// The largest weight a row may hold.
  public static final int LARGEST_WEIGHT = 1000;

  private static final int[] ONES = {};
  private static final Row EMPTY = new Row(new int[0], ONES);

  private final int[] items;
  private final int[] weights;

  private Row(int[] items, int[] weights) {
    this.items = items;
    this.weights = weights;
  }

  /// A row of `items`, strictly ascending, with the weights at the same places.
  public static Row of(int[] items, int[] weights) {
    if (items.length != weights.length) {
      throw new IllegalArgumentException(
          items.length + " items but " + weights.length + " weights");
    }
    for (int weight : weights) {
      if (weight < 1 || weight > LARGEST_WEIGHT) {
        throw new IllegalArgumentException(
            "a weight is " + weight + "; it must be from 1 to " + LARGEST_WEIGHT);
      }
    }
    boolean plain = Arrays.stream(weights).allMatch(weight -> weight == 1);
    return ascending(items, plain ? ONES : weights.clone());
  }

  /// A row of `items`, strictly ascending, each with weight one.
  public static Row of(int... items) {
    return ascending(items, ONES);
  }

  private static Row ascending(int[] items, int[] weights) {
    for (int k = 1; k < items.length; k++) {
      if (items[k - 1] >= items[k]) {
        throw new IllegalArgumentException(
            "items must ascend; the one at place " + k + " does not");
      }
    }
    return items.length == 0 ? EMPTY : new Row(items.clone(), weights);
  }

  /// The row of a subject that did nothing.
  public static Row empty() {
    return EMPTY;
  }

  /// How many items it holds.
  public int size() {
    return items.length;
  }

  /// The item at place `k`.
  public int item(int k) {
    return items[k];
  }

  /// The weight at place `k`.
  public int weight(int k) {
    return weights.length == 0 ? 1 : weights[k];
  }

  /// Whether `item` is in it.
  public boolean has(int item) {
    return place(item) >= 0;
  }

  /// The place of an item, or a negative number.
  int place(int item) {
    return Arrays.binarySearch(items, item);
  }

  /// The same row less `item`; itself if it has none.
  public Row without(int item) {
    int gone = place(item);
    if (gone < 0) {
      return this;
    }
    int[] left = less(items, gone);
    return isPlain() ? ascending(left, ONES) : of(left, less(weights, gone));
  }

  /// The same row with what stands at the places that are wanted alone.
  public Row where(IntPredicate place) {
    int[] left = IntStream.range(0, items.length).filter(place).toArray();
    int[] of = IntStream.of(left).map(this::item).toArray();
    return isPlain() ? ascending(of, ONES) : of(of, IntStream.of(left).map(this::weight).toArray());
  }

  private static int[] less(int[] values, int gone) {
    int[] left = new int[values.length - 1];
    System.arraycopy(values, 0, left, 0, gone);
    System.arraycopy(values, gone + 1, left, gone, left.length - gone);
    return left;
  }

  /// Its items, ascending.
  public IntStream stream() {
    return Arrays.stream(items);
  }

  boolean isPlain() {
    return weights.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && Arrays.equals(items, row.items)
        && Arrays.equals(weights, row.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(items) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "Row of " + items.length;
  }
}
