package org.aboveboard.models;

/// The plain loops: what the vector kernel must equal to the bit, and what runs where it is not
/// offered.
final class PlainKernel implements Kernel {
  @Override
  public void add(Slice c, Slice x, Slice y, int depth) {
    accumulate(c, x, y, depth, 1);
  }

  @Override
  public void subtract(Slice c, Slice x, Slice y, int depth) {
    accumulate(c, x, y, depth, -1);
  }

  private static void accumulate(Slice c, Slice x, Slice y, int depth, double sign) {
    for (int r = 0; r < ROWS; r++) {
      for (int q = 0; q < COLUMNS; q += 4) {
        int co = c.offset() + q * ROWS + r;
        chains(c.array(), co, x.array(), x.offset() + r, y.array(), y.offset() + q, depth, sign);
      }
    }
  }

  private static void chains(
      double[] c, int co, double[] x, int xo, double[] y, int yo, int depth, double sign) {
    double a = c[co];
    double b = c[co + ROWS];
    double d = c[co + 2 * ROWS];
    double e = c[co + 3 * ROWS];
    int end = depth * ROWS;
    for (int k = 0; k < end; k += ROWS) {
      double left = sign * x[xo + k];
      a = Math.fma(left, y[yo + k], a);
      b = Math.fma(left, y[yo + k + 1], b);
      d = Math.fma(left, y[yo + k + 2], d);
      e = Math.fma(left, y[yo + k + 3], e);
    }
    c[co] = a;
    c[co + ROWS] = b;
    c[co + 2 * ROWS] = d;
    c[co + 3 * ROWS] = e;
  }

  @Override
  public void solve(Slice c, Slice l) {
    for (int q = 0; q < COLUMNS; q++) {
      for (int p = 0; p < q; p++) {
        double factor = -l.array()[l.offset() + p * ROWS + q];
        for (int r = 0; r < ROWS; r++) {
          int cell = c.offset() + q * ROWS + r;
          c.array()[cell] = Math.fma(c.array()[c.offset() + p * ROWS + r], factor, c.array()[cell]);
        }
      }
      divide(c, q, l.array()[l.offset() + q * ROWS + q]);
    }
  }

  private static void divide(Slice c, int q, double pivot) {
    for (int r = 0; r < ROWS; r++) {
      c.array()[c.offset() + q * ROWS + r] /= pivot;
    }
  }

  @Override
  public void combine(double[] row, double[] a, double[][] u, int at, int from, int to) {
    for (int j = from; j < to; j++) {
      double sum = Math.fma(a[at], u[at][j], row[j]);
      sum = Math.fma(a[at + 1], u[at + 1][j], sum);
      sum = Math.fma(a[at + 2], u[at + 2][j], sum);
      row[j] = Math.fma(a[at + 3], u[at + 3][j], sum);
    }
  }

  @Override
  public void multiply(int[] counts, int length, double[] p, double[] product) {
    for (int t = 0; t < COLUMNS; t++) {
      double own = p[length * COLUMNS + t];
      double sum = product[length * COLUMNS + t];
      for (int k = 0; k < length; k++) {
        int cell = k * COLUMNS + t;
        sum = Math.fma(counts[k], p[cell], sum);
        product[cell] = Math.fma(counts[k], own, product[cell]);
      }
      product[length * COLUMNS + t] = sum;
    }
  }
}
