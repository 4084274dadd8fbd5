package org.aboveboard.server.measure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.aboveboard.models.Row;

/// What one person did: items, ascending, and with each of them the kinds of act. It prints
/// nothing.
final class History {
  private final int[] items;
  private final long[] acts;

  History(int[] items, long[] acts) {
    this.items = items;
    this.acts = acts;
  }

  int size() {
    return items.length;
  }

  boolean has(int item) {
    return Arrays.binarySearch(items, item) >= 0;
  }

  /// The same without the items that are not wanted, the others by their new numbers, which ascend
  /// like the old ones.
  History only(IntPredicate wanted, int[] numbers) {
    int[] left = IntStream.range(0, items.length).filter(at -> wanted.test(items[at])).toArray();
    return new History(
        Arrays.stream(left).map(at -> numbers[items[at]]).toArray(),
        Arrays.stream(left).mapToLong(at -> acts[at]).toArray());
  }

  /// Its items, in order.
  IntStream items() {
    return Arrays.stream(items);
  }

  /// The items that were chosen by the strongest thing the person did at all.
  int[] strongest(Kinds kinds) {
    int most =
        Arrays.stream(acts).mapToInt(act -> kinds.weight(act & kinds.everything())).max().orElse(0);
    return IntStream.range(0, items.length)
        .filter(at -> most > 0 && kinds.weight(acts[at] & kinds.everything()) == most)
        .map(at -> items[at])
        .toArray();
  }

  /// The row that some kinds of act make of it, but for one item.
  Row row(Kinds kinds, long active, int hidden) {
    int[] there =
        IntStream.range(0, items.length)
            .filter(at -> items[at] != hidden && (acts[at] & active) != 0)
            .toArray();
    return Row.of(
        Arrays.stream(there).map(at -> items[at]).toArray(),
        Arrays.stream(there).map(at -> kinds.weight(acts[at] & active)).toArray());
  }
}
