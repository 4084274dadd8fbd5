package org.aboveboard.models;

/// Solves the small systems of [LocalRidge], one after another in the same memory, with the same
/// bits on any machine.
///
/// The bits are those of the textbook loops, neighbours ascending, every sum one chain of fused
/// multiply-adds: the Cholesky factor as in [Inversion], on the matrix with `G_Nj` as one more
/// column, so that this becomes `y`; then `b` from the last to the first: `c = y_i; for k > i: c =
/// fma(-L_ki, b_k, c); b_i = c / L_ii`; and `1 / P_jj`: `c = G_jj + ridge_j; for i: c = fma(-y_i,
/// y_i, c)`, which cannot be below `ridge_j` but for rounding.
final class LocalSolve {
  private static final int GROUP = 4;

  private final LocalRidge rule;
  private final Pairs pairs;
  private final Kernel kernel;
  private double[][] u = {};
  private double[] factors = {};

  LocalSolve(LocalRidge rule, Pairs pairs, Kernel kernel) {
    this.rule = rule;
    this.pairs = pairs;
    this.kernel = kernel;
  }

  /// The weights from these neighbours, ascending, to an item.
  double[] weights(int item, int[] from) {
    int m = from.length;
    load(item, from);
    for (int i = 0; i < m; i++) {
      factor(i, m);
    }
    double own = pairs.of(item).get(item);
    double ridge = rule.ridge(own);
    double left = own + ridge;
    for (int i = 0; i < m; i++) {
      left = Math.fma(-u[i][m], u[i][m], left);
    }
    double scale = rule.scale(ridge, 1 / Math.max(ridge, left));
    double[] weights = back(m);
    for (int i = 0; i < m; i++) {
      weights[i] *= scale;
    }
    return weights;
  }

  private void load(int item, int[] from) {
    int m = from.length;
    if (u.length < m) {
      u = new double[m][m + 1];
      factors = new double[m];
    }
    Counts wanted = pairs.of(item);
    for (int i = 0; i < m; i++) {
      Counts cells = pairs.of(from[i]);
      for (int j = i; j < m; j++) {
        u[i][j] = cells.get(from[j]);
      }
      u[i][i] += rule.ridge(u[i][i]);
      u[i][m] = wanted.get(from[i]);
    }
  }

  private void factor(int i, int m) {
    double[] row = u[i];
    for (int k = 0; k < i; k++) {
      factors[k] = -u[k][i];
    }
    int grouped = i - i % GROUP;
    for (int k = 0; k < grouped; k += GROUP) {
      kernel.combine(row, factors, u, k, i, m + 1);
    }
    for (int k = grouped; k < i; k++) {
      for (int j = i; j <= m; j++) {
        row[j] = Math.fma(factors[k], u[k][j], row[j]);
      }
    }
    double root = root(row[i]);
    row[i] = root;
    for (int j = i + 1; j <= m; j++) {
      row[j] /= root;
    }
  }

  private static double root(double pivot) {
    if (pivot > 0) {
      return Math.sqrt(pivot);
    }
    throw new ArithmeticException("lambda is too small for these counts; choose a larger one");
  }

  private double[] back(int m) {
    double[] b = new double[m];
    for (int i = m - 1; i >= 0; i--) {
      double sum = u[i][m];
      for (int k = i + 1; k < m; k++) {
        sum = Math.fma(-u[i][k], b[k], sum);
      }
      b[i] = sum / u[i][i];
    }
    return b;
  }
}
