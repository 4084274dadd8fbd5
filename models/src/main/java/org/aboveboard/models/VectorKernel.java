package org.aboveboard.models;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The same loops with the Vector API: lanes across rows of a tile, eight sums in registers at a
/// time.
///
/// Subtraction runs on the negated sum (rounding is symmetric, so the bits are those of
/// subtracting).
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Double> LANES =
      DoubleVector.SPECIES_PREFERRED.length() > ROWS / 2
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();
  private static final int HALF = COLUMNS / 2;

  @Override
  public void add(Slice c, Slice x, Slice y, int depth) {
    accumulate(c, x, y, depth, false);
  }

  @Override
  public void subtract(Slice c, Slice x, Slice y, int depth) {
    accumulate(c, x, y, depth, true);
  }

  private static void accumulate(Slice c, Slice x, Slice y, int depth, boolean negated) {
    for (int r = 0; r < ROWS; r += 2 * WIDTH) {
      for (int q = 0; q < COLUMNS; q += HALF) {
        block(
            c.array(),
            c.offset() + q * ROWS + r,
            x.array(),
            x.offset() + r,
            y.array(),
            y.offset() + q,
            depth,
            negated);
      }
    }
  }

  /// Two vectors of rows by four columns; long because its eight sums must be local variables.
  private static void block(
      double[] c, int co, double[] x, int xo, double[] y, int yo, int depth, boolean negated) {
    DoubleVector a0 = load(c, co, negated);
    DoubleVector b0 = load(c, co + WIDTH, negated);
    DoubleVector a1 = load(c, co + ROWS, negated);
    DoubleVector b1 = load(c, co + ROWS + WIDTH, negated);
    DoubleVector a2 = load(c, co + 2 * ROWS, negated);
    DoubleVector b2 = load(c, co + 2 * ROWS + WIDTH, negated);
    DoubleVector a3 = load(c, co + 3 * ROWS, negated);
    DoubleVector b3 = load(c, co + 3 * ROWS + WIDTH, negated);
    int end = depth * ROWS;
    for (int k = 0; k < end; k += ROWS) {
      DoubleVector p = DoubleVector.fromArray(LANES, x, xo + k);
      DoubleVector q = DoubleVector.fromArray(LANES, x, xo + k + WIDTH);
      DoubleVector v = DoubleVector.broadcast(LANES, y[yo + k]);
      a0 = p.fma(v, a0);
      b0 = q.fma(v, b0);
      v = DoubleVector.broadcast(LANES, y[yo + k + 1]);
      a1 = p.fma(v, a1);
      b1 = q.fma(v, b1);
      v = DoubleVector.broadcast(LANES, y[yo + k + 2]);
      a2 = p.fma(v, a2);
      b2 = q.fma(v, b2);
      v = DoubleVector.broadcast(LANES, y[yo + k + 3]);
      a3 = p.fma(v, a3);
      b3 = q.fma(v, b3);
    }
    store(a0, c, co, negated);
    store(b0, c, co + WIDTH, negated);
    store(a1, c, co + ROWS, negated);
    store(b1, c, co + ROWS + WIDTH, negated);
    store(a2, c, co + 2 * ROWS, negated);
    store(b2, c, co + 2 * ROWS + WIDTH, negated);
    store(a3, c, co + 3 * ROWS, negated);
    store(b3, c, co + 3 * ROWS + WIDTH, negated);
  }

  private static DoubleVector load(double[] array, int offset, boolean negated) {
    DoubleVector value = DoubleVector.fromArray(LANES, array, offset);
    return negated ? value.neg() : value;
  }

  private static void store(DoubleVector value, double[] array, int offset, boolean negated) {
    (negated ? value.neg() : value).intoArray(array, offset);
  }

  @Override
  public void solve(Slice c, Slice l) {
    for (int r = 0; r < ROWS; r += WIDTH) {
      for (int q = 0; q < COLUMNS; q++) {
        solve(c.array(), c.offset() + r, l.array(), l.offset(), q);
      }
    }
  }

  private static void solve(double[] c, int co, double[] l, int lo, int q) {
    DoubleVector sum = DoubleVector.fromArray(LANES, c, co + q * ROWS);
    for (int p = 0; p < q; p++) {
      DoubleVector factor = DoubleVector.broadcast(LANES, -l[lo + p * ROWS + q]);
      sum = DoubleVector.fromArray(LANES, c, co + p * ROWS).fma(factor, sum);
    }
    sum.div(l[lo + q * ROWS + q]).intoArray(c, co + q * ROWS);
  }

  @Override
  public void combine(double[] row, double[] a, double[][] u, int at, int from, int to) {
    int end = from + LANES.loopBound(to - from);
    DoubleVector f0 = DoubleVector.broadcast(LANES, a[at]);
    DoubleVector f1 = DoubleVector.broadcast(LANES, a[at + 1]);
    DoubleVector f2 = DoubleVector.broadcast(LANES, a[at + 2]);
    DoubleVector f3 = DoubleVector.broadcast(LANES, a[at + 3]);
    for (int j = from; j < end; j += WIDTH) {
      DoubleVector sum = DoubleVector.fromArray(LANES, row, j);
      sum = f0.fma(DoubleVector.fromArray(LANES, u[at], j), sum);
      sum = f1.fma(DoubleVector.fromArray(LANES, u[at + 1], j), sum);
      sum = f2.fma(DoubleVector.fromArray(LANES, u[at + 2], j), sum);
      f3.fma(DoubleVector.fromArray(LANES, u[at + 3], j), sum).intoArray(row, j);
    }
    for (int j = end; j < to; j++) {
      double sum = Math.fma(a[at], u[at][j], row[j]);
      sum = Math.fma(a[at + 1], u[at + 1][j], sum);
      sum = Math.fma(a[at + 2], u[at + 2][j], sum);
      row[j] = Math.fma(a[at + 3], u[at + 3][j], sum);
    }
  }

  @Override
  public void multiply(int[] counts, int length, double[] p, double[] product) {
    for (int t = 0; t < COLUMNS; t += WIDTH) {
      int last = length * COLUMNS + t;
      DoubleVector own = DoubleVector.fromArray(LANES, p, last);
      DoubleVector sum = DoubleVector.fromArray(LANES, product, last);
      for (int k = 0; k < length; k++) {
        int cell = k * COLUMNS + t;
        DoubleVector count = DoubleVector.broadcast(LANES, counts[k]);
        sum = count.fma(DoubleVector.fromArray(LANES, p, cell), sum);
        count.fma(own, DoubleVector.fromArray(LANES, product, cell)).intoArray(product, cell);
      }
      sum.intoArray(product, last);
    }
  }
}
