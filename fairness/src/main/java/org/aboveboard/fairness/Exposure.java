package org.aboveboard.fairness;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How often each item was shown: one count per item of the catalogue, zeros included.
public final class Exposure {
  private final long[] counts;

  private Exposure(long[] counts) {
    this.counts = counts;
  }

  /// The exposure with these counts, one per item.
  public static Exposure of(long... counts) {
    if (LongStream.of(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    return new Exposure(counts.clone());
  }

  /// Counts how often each of the items 0 to `items - 1` stands in the lists.
  public static Exposure ofLists(int items, Iterable<int[]> lists) {
    var counts = new long[items];
    for (var list : lists) {
      IntStream.of(list).forEach(item -> counts[item]++);
    }
    return new Exposure(counts);
  }

  /// Items of the catalogue, shown or not.
  public int items() {
    return counts.length;
  }

  /// How often anything was shown.
  public long shown() {
    return LongStream.of(counts).sum();
  }

  /// Items that were shown at least once.
  public int coverage() {
    return (int) LongStream.of(counts).filter(count -> count > 0).count();
  }

  /// The share of the catalogue that was shown at least once, or nothing for an empty catalogue.
  public OptionalDouble coverageShare() {
    return items() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) coverage() / items());
  }

  /// The Gini coefficient: 0 when every item is shown equally often, near 1 when one item is all
  /// that is shown. Nothing where nothing was shown.
  ///
  /// With the n counts c sorted ascending it is Σ (2i − n − 1)·c_i over n·Σ c, for i from 1 to n.
  public OptionalDouble gini() {
    long shown = shown();
    if (shown == 0) {
      return OptionalDouble.empty();
    }
    var sorted = counts.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * i + 1 - sorted.length) * sorted[i];
    }
    return OptionalDouble.of(weighted / ((double) sorted.length * shown));
  }

  /// The mean popularity of what was shown, each showing counted once; popularity is how many
  /// people the model learned the item from. Nothing where nothing was shown.
  public OptionalDouble meanPopularity(long... popularity) {
    if (popularity.length != counts.length) {
      throw new IllegalArgumentException("one popularity per item is needed");
    }
    long shown = shown();
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) counts[i] * popularity[i];
    }
    return shown == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / shown);
  }
}
