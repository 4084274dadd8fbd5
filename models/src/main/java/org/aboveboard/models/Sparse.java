package org.aboveboard.models;

/// A vector by slot of which only the named cells are not zero.
final class Sparse {
  private final int[] slots;
  private final double[] values;

  Sparse(int[] slots, double[] values) {
    this.slots = slots;
    this.values = values;
  }

  int size() {
    return slots.length;
  }

  int slot(int k) {
    return slots[k];
  }

  double value(int k) {
    return values[k];
  }

  double dot(double[] dense) {
    double sum = 0;
    for (int k = 0; k < slots.length; k++) {
      sum = Math.fma(values[k], dense[slots[k]], sum);
    }
    return sum;
  }
}
