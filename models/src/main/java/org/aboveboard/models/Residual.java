package org.aboveboard.models;

/// How far a live inverse has drifted: the largest cell of `A p_j - e_j` over eight columns `j`.
final class Residual {
  private static final int COLUMNS = 8;
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private Residual() {}

  /// Measures eight columns that `turn` chooses, so that turn by turn all are looked at.
  static double of(Gram gram, double lambda, Weights weights, long turn) {
    int n = gram.size();
    if (n == 0) {
      return 0;
    }
    int[] columns = new int[COLUMNS];
    for (int t = 0; t < COLUMNS; t++) {
      columns[t] = (int) Long.remainderUnsigned((turn * COLUMNS + t) * STRIDE, n);
    }
    return of(gram, lambda, interleaved(weights, columns, n), columns);
  }

  private static double[] interleaved(Weights weights, int[] columns, int n) {
    double[] p = new double[n * COLUMNS];
    for (int t = 0; t < COLUMNS; t++) {
      double[] column = weights.inverse(columns[t]);
      for (int i = 0; i < n; i++) {
        p[i * COLUMNS + t] = column[i];
      }
    }
    return p;
  }

  private static double of(Gram gram, double lambda, double[] p, int[] columns) {
    int n = gram.size();
    double[] product = new double[p.length];
    for (int i = 0; i < n; i++) {
      multiply(gram.row(i), i, p, product);
    }
    double worst = 0;
    for (int t = 0; t < COLUMNS; t++) {
      product[columns[t] * COLUMNS + t] -= 1;
    }
    for (int cell = 0; cell < p.length; cell++) {
      worst = Math.max(worst, Math.abs(Math.fma(lambda, p[cell], product[cell])));
    }
    return worst;
  }

  private static void multiply(int[] row, int i, double[] p, double[] product) {
    double[] sums = new double[COLUMNS];
    for (int k = 0; k < i; k++) {
      double count = row[k];
      for (int t = 0; count != 0 && t < COLUMNS; t++) {
        sums[t] = Math.fma(count, p[k * COLUMNS + t], sums[t]);
        product[k * COLUMNS + t] = Math.fma(count, p[i * COLUMNS + t], product[k * COLUMNS + t]);
      }
    }
    for (int t = 0; t < COLUMNS; t++) {
      product[i * COLUMNS + t] += Math.fma(row[i], p[i * COLUMNS + t], sums[t]);
    }
  }
}
