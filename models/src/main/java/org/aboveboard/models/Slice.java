package org.aboveboard.models;

/// Where in an array an operand of the [Kernel] begins.
final class Slice {
  private final double[] array;
  private final int offset;

  Slice(double[] array, int offset) {
    this.array = array;
    this.offset = offset;
  }

  double[] array() {
    return array;
  }

  int offset() {
    return offset;
  }
}
