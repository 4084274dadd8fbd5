package org.aboveboard.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.aboveboard.models.WhatIf.Change;

/// What would change it, where the list is not the model's alone: by making the list again without
/// each own item, and without each pair of those that do not do it alone.
///
/// @param order makes the list for a row: the items, the first place first, with some below the
///   list
/// @param n how many of them are shown
public record Trial(Function<Row, List<Integer>> order, int n) {
  /// Each pair takes a list, and a person waits for them.
  private static final int MOST_FOR_PAIRS = 40;

  /// The changes that take `item` out of the list, as [WhatIf#of] gives them; none if it is not in.
  public List<Change> of(Row row, int item) {
    List<Integer> before = order.apply(row);
    int rank = rank(before, item);
    List<Change> changes = new ArrayList<>();
    if (rank <= n) {
      int[] others =
          IntStream.range(0, row.size())
              .map(row::item)
              .filter(own -> !tried(changes, row, before, item, own))
              .toArray();
      pairs(changes, row, before, item, others);
    }
    changes.sort(WhatIf.SMALLEST_FIRST);
    return changes;
  }

  private void pairs(List<Change> changes, Row row, List<Integer> before, int item, int[] others) {
    for (int a = 0; others.length <= MOST_FOR_PAIRS && a < others.length; a++) {
      for (int b = a + 1; b < others.length; b++) {
        tried(changes, row, before, item, others[a], others[b]);
      }
    }
  }

  private boolean tried(
      List<Change> changes, Row row, List<Integer> before, int item, int... without) {
    Row shorter = row;
    for (int own : without) {
      shorter = shorter.without(own);
    }
    List<Integer> after = order.apply(shorter);
    int rank = rank(after, item);
    if (rank <= n) {
      return false;
    }
    List<Integer> shown = before.subList(0, Math.min(n, before.size()));
    int instead =
        after.stream().limit(n).filter(other -> !shown.contains(other)).findFirst().orElse(item);
    changes.add(
        new Change(Arrays.stream(without).boxed().toList(), rank(before, item), rank, instead));
    return true;
  }

  /// The place, from one; what is not there at all comes after everything.
  private static int rank(List<Integer> order, int item) {
    int at = order.indexOf(item);
    return at < 0 ? order.size() + 1 : at + 1;
  }
}
