package org.aboveboard.models;

/// How far a live inverse has drifted: the largest cell of `A p_j - e_j` over eight columns `j`.
final class Residual {
  private static final int COLUMNS = Kernel.COLUMNS;
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private Residual() {}

  /// Measures eight columns that `turn` chooses, so that turn by turn all are looked at.
  static double of(Gram gram, double lambda, Weights weights, long turn, Kernel kernel) {
    int n = gram.size();
    if (n == 0) {
      return 0;
    }
    int[] columns = new int[COLUMNS];
    for (int t = 0; t < COLUMNS; t++) {
      columns[t] = (int) Long.remainderUnsigned((turn * COLUMNS + t) * STRIDE, n);
    }
    return of(gram, lambda, interleaved(weights, columns, n), columns, kernel);
  }

  private static double[] interleaved(Weights weights, int[] columns, int n) {
    double[] p = new double[n * COLUMNS];
    for (int t = 0; t < COLUMNS; t++) {
      double[] column = weights.inverse(columns[t], new double[n]);
      for (int i = 0; i < n; i++) {
        p[i * COLUMNS + t] = column[i];
      }
    }
    return p;
  }

  private static double of(Gram gram, double lambda, double[] p, int[] columns, Kernel kernel) {
    int n = gram.size();
    double[] product = new double[p.length];
    for (int i = 0; i < n; i++) {
      kernel.multiply(gram.row(i), i, p, product);
      addDiagonal(gram.get(i, i) + lambda, i, p, product);
    }
    double worst = 0;
    for (int t = 0; t < COLUMNS; t++) {
      product[columns[t] * COLUMNS + t] -= 1;
    }
    for (int cell = 0; cell < p.length; cell++) {
      worst = Math.max(worst, Math.abs(product[cell]));
    }
    return worst;
  }

  private static void addDiagonal(double diagonal, int i, double[] p, double[] product) {
    for (int cell = i * COLUMNS; cell < (i + 1) * COLUMNS; cell++) {
      product[cell] = Math.fma(diagonal, p[cell], product[cell]);
    }
  }
}
