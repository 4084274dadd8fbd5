package org.aboveboard.models;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// The Gram matrix of a large catalogue in exact integers, by item, of which only cells that are
/// not zero are kept.
///
/// Integers do not care in which order rows came and went.
final class Pairs {
  private static final Counts NONE = new Counts();

  private final Map<Integer, Own> items = new HashMap<>();
  private final IntToDoubleFunction damp;

  /// No pairs; `damp` is what each item's own cell is turned into, see [#damped].
  Pairs(IntToDoubleFunction damp) {
    this.damp = damp;
  }

  /// The cells of one item, and what its own cell is turned into.
  private static final class Own {
    private final Counts cells = new Counts();
    private double damped;
  }

  /// All items, ascending.
  int[] items() {
    return items.keySet().stream().mapToInt(item -> item).sorted().toArray();
  }

  /// The cells of an item with every other, its own included; not to be changed.
  Counts of(int item) {
    Own own = items.get(item);
    return own == null ? NONE : own.cells;
  }

  /// The item's own cell, damped; zero for an item that nobody holds.
  double damped(int item) {
    Own own = items.get(item);
    return own == null ? 0 : own.damped;
  }

  /// Refuses a row that would push a count past what an integer holds.
  void check(Row row) {
    for (int a = 0; a < row.size(); a++) {
      Counts cells = of(row.item(a));
      for (int b = 0; b <= a; b++) {
        var _ = Math.addExact(cells.get(row.item(b)), row.weight(a) * row.weight(b));
      }
    }
  }

  /// Adds a row a number of times; a negative number takes it out.
  void add(Row row, int times) {
    for (int a = 0; a < row.size(); a++) {
      int item = row.item(a);
      Own own = items.computeIfAbsent(item, _ -> new Own());
      for (int b = 0; b < row.size(); b++) {
        own.cells.add(row.item(b), row.weight(a) * row.weight(b) * times);
      }
      own.damped = damp.applyAsDouble(own.cells.get(item));
      if (own.cells.size() == 0) {
        items.remove(item);
      }
    }
  }
}
