package org.aboveboard.models;

import java.util.Arrays;

/// A symmetric matrix of exact integers that grows; only the lower triangle is stored.
///
/// Rows that a snapshot shares are copied before they change.
final class Triangle {
  private int[][] rows = {};
  private boolean[] shared = {};
  private int size;

  int size() {
    return size;
  }

  int get(int i, int j) {
    return i >= j ? rows[i][j] : rows[j][i];
  }

  /// Adds to a cell; refuses what an integer cannot hold.
  void add(int i, int j, int change) {
    int row = Math.max(i, j);
    if (shared[row]) {
      rows[row] = rows[row].clone();
      shared[row] = false;
    }
    int column = Math.min(i, j);
    rows[row][column] = Math.addExact(rows[row][column], change);
  }

  /// Makes room for one more row and column of zeros.
  void grow() {
    if (size == rows.length) {
      int room = size + size / 2 + 16;
      rows = Arrays.copyOf(rows, room);
      shared = Arrays.copyOf(shared, room);
    }
    rows[size] = new int[size + 1];
    shared[size] = false;
    size++;
  }

  /// The cells of row `i` up to its diagonal; not to be changed.
  int[] row(int i) {
    return rows[i];
  }

  /// A copy with only these slots, in this order.
  Triangle select(int[] slots) {
    var selected = new Triangle();
    for (int i = 0; i < slots.length; i++) {
      selected.grow();
      for (int j = 0; j <= i; j++) {
        selected.rows[i][j] = get(slots[i], slots[j]);
      }
    }
    return selected;
  }

  /// Its rows as they are now, which later changes leave alone.
  int[][] share() {
    Arrays.fill(shared, 0, size, true);
    return Arrays.copyOf(rows, size);
  }
}
