package org.aboveboard.models;

import java.util.Arrays;

/// The inverse of a symmetric positive definite matrix, with the same bits whatever the number of
/// threads.
///
/// The bits are those of the textbook loops, every sum one chain of fused multiply-adds with `k`
/// ascending, so that anyone can recompute them from this comment:
///
/// 1. Cholesky: `c = A_ij; for k < j: c = fma(-L_ik, L_jk, c)`; `L_jj = sqrt(c)`, below it `L_ij =
///    c / L_jj`.
/// 2. `X`, the transpose of the inverse of L, by rows: `c = [i == j]; for j <= k < i: c =
///    fma(-X_jk, L_ik, c)`; `X_ji = c / L_ii`.
/// 3. `P_ij`: `c = 0; for k >= max(i, j): c = fma(X_ik, X_jk, c)`.
///
/// Blocks only change which outputs are worked on together. One square buffer holds L below the
/// diagonal and X above it; the diagonal tiles of X lie apart. Rows go in strips of 16, each strip
/// stored column after column in pieces of 128, so that a strip serves as either operand of a tile
/// without being copied. Rows that pad the last strip are those of the identity; they add exact
/// zeros.
final class Inversion {
  private static final int ROWS = Kernel.ROWS;
  private static final int BLOCK = 8;
  private static final int DEPTH = BLOCK * ROWS;

  private final Kernel kernel;
  private final Crew crew;
  private final int strips;
  private final double[][][] strip;
  private final double[][] corner;

  private Inversion(Kernel kernel, Crew crew, int n) {
    this.kernel = kernel;
    this.crew = crew;
    this.strips = (n + ROWS - 1) / ROWS;
    this.strip = new double[strips][blocks()][DEPTH * ROWS];
    this.corner = new double[strips][ROWS * ROWS];
  }

  /// A square symmetric matrix, read below and on its diagonal.
  interface Lower {
    /// Writes the cells `(i, 0..i)` to the front of `row`.
    void read(int i, double[] row);
  }

  /// The rows of the inverse of the `n` by `n` matrix `a`.
  static double[][] of(int n, Lower a, Kernel kernel, int threads) {
    var inversion = new Inversion(kernel, new Crew(threads), n);
    inversion.load(n, a);
    inversion.factor();
    inversion.invertFactor();
    inversion.multiply();
    return inversion.rows(n);
  }

  private void load(int n, Lower a) {
    crew.share(0, strips, s -> load(s, n, a));
  }

  private void load(int s, int n, Lower a) {
    double[] row = new double[n];
    for (int i = s * ROWS; i < (s + 1) * ROWS; i++) {
      int r = i % ROWS;
      if (i >= n) {
        strip[s][i / DEPTH][i % DEPTH * ROWS + r] = 1;
        continue;
      }
      a.read(i, row);
      for (int j = 0; j <= i; j++) {
        strip[s][j / DEPTH][j % DEPTH * ROWS + r] = row[j];
      }
    }
  }

  private void factor() {
    for (int from = 0; from < strips; from += BLOCK) {
      int first = from;
      int last = Math.min(strips, from + BLOCK);
      crew.share(first / BLOCK, blocks(), block -> update(block, first, last));
      for (int s = first; s < last; s++) {
        solve(s, first, s, first * ROWS);
        factorCorner(s, first * ROWS);
      }
      crew.share(last, strips, s -> solve(s, first, last, first * ROWS));
    }
  }

  /// Takes from the columns of strips `first..last` of a block of rows all that earlier columns
  /// add.
  private void update(int block, int first, int last) {
    int end = Math.min(strips, (block + 1) * BLOCK);
    for (int k = 0; k < first * ROWS; k += DEPTH) {
      int depth = Math.min(DEPTH, first * ROWS - k);
      for (int s = Math.max(first, block * BLOCK); s < end; s++) {
        for (int t = first; t < Math.min(last, s + 1); t++) {
          subtract(s, t, k, depth);
        }
      }
    }
  }

  private void subtract(int s, int t, int k, int depth) {
    for (int q = 0; q < ROWS && depth > 0; q += Kernel.COLUMNS) {
      kernel.subtract(tile(s, t, q), at(s, k, 0), at(t, k, q), depth);
    }
  }

  /// Finishes the columns of strips `first..last` of strip `s`, given those before column `k`.
  private void solve(int s, int first, int last, int k) {
    for (int t = first; t < last; t++) {
      subtract(s, t, k, t * ROWS - k);
      solve(s, t);
    }
  }

  private void solve(int s, int t) {
    for (int q = 0; q < ROWS; q += Kernel.COLUMNS) {
      kernel.subtract(tile(s, t, q), at(s, t * ROWS, 0), at(t, t * ROWS, q), q);
      kernel.solve(tile(s, t, q), at(t, t * ROWS + q, q));
    }
  }

  private void factorCorner(int s, int k) {
    subtract(s, s, k, s * ROWS - k);
    Slice tile = at(s, s * ROWS, 0);
    double[] c = tile.array();
    int at = tile.offset();
    for (int j = 0; j < ROWS; j++) {
      for (int i = j; i < ROWS; i++) {
        double sum = c[at + j * ROWS + i];
        for (int p = 0; p < j; p++) {
          sum = Math.fma(-c[at + p * ROWS + i], c[at + p * ROWS + j], sum);
        }
        c[at + j * ROWS + i] = i == j ? root(sum) : sum / c[at + j * ROWS + j];
      }
    }
  }

  private static double root(double pivot) {
    if (pivot > 0) {
      return Math.sqrt(pivot);
    }
    throw new ArithmeticException("the matrix is not positive definite: pivot " + pivot);
  }

  private void invertFactor() {
    crew.share(0, blocks(), this::invertFactor);
  }

  /// Solves the rows of X of one block; blocks do not touch one another.
  private void invertFactor(int block) {
    int begin = block * BLOCK;
    int end = Math.min(strips, begin + BLOCK);
    for (int s = begin; s < end; s++) {
      invertCorner(s);
      for (int t = s + 1; t < end; t++) {
        takeCorner(s, t);
        subtract(s, t, (s + 1) * ROWS, (t - s - 1) * ROWS);
        solve(s, t);
      }
    }
    for (int first = end; first < strips; first += BLOCK) {
      invertPanel(begin, end, first, Math.min(strips, first + BLOCK));
    }
  }

  private void invertPanel(int begin, int end, int first, int last) {
    for (int s = begin; s < end; s++) {
      for (int t = first; t < last; t++) {
        takeCorner(s, t);
        subtract(s, t, (s + 1) * ROWS, (end - s - 1) * ROWS);
      }
    }
    for (int k = end * ROWS; k < first * ROWS; k += DEPTH) {
      for (int s = begin; s < end; s++) {
        for (int t = first; t < last; t++) {
          subtract(s, t, k, Math.min(DEPTH, first * ROWS - k));
        }
      }
    }
    for (int s = begin; s < end; s++) {
      solve(s, first, last, first * ROWS);
    }
  }

  private void takeCorner(int s, int t) {
    for (int q = 0; q < ROWS; q += Kernel.COLUMNS) {
      var y = at(t, s * ROWS, q);
      kernel.subtract(tile(s, t, q), new Slice(corner[s], 0), y, ROWS);
    }
  }

  private void invertCorner(int s) {
    Slice tile = at(s, s * ROWS, 0);
    double[] l = tile.array();
    int at = tile.offset();
    for (int j = 0; j < ROWS; j++) {
      for (int i = j; i < ROWS; i++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          sum = Math.fma(-corner[s][k * ROWS + j], l[at + k * ROWS + i], sum);
        }
        corner[s][i * ROWS + j] = sum / l[at + i * ROWS + i];
      }
    }
  }

  private void multiply() {
    int blocks = blocks();
    crew.share(0, blocks * blocks, piece -> multiply(piece / blocks, piece % blocks));
  }

  /// Writes the product of two blocks of X over what was L.
  private void multiply(int rows, int columns) {
    int end = Math.min(strips, (rows + 1) * BLOCK);
    for (int s = rows * BLOCK; s < end && columns <= rows; s++) {
      for (int t = columns * BLOCK; t <= s && t < (columns + 1) * BLOCK; t++) {
        multiplyCorner(s, t);
        add(s, t, (s + 1) * ROWS, (end - s - 1) * ROWS);
      }
    }
    for (int k = end * ROWS; k < strips * ROWS && columns <= rows; k += DEPTH) {
      for (int s = rows * BLOCK; s < end; s++) {
        for (int t = columns * BLOCK; t <= s && t < (columns + 1) * BLOCK; t++) {
          add(s, t, k, Math.min(DEPTH, strips * ROWS - k));
        }
      }
    }
  }

  private void multiplyCorner(int s, int t) {
    Slice c = tile(s, t, 0);
    Arrays.fill(c.array(), c.offset(), c.offset() + ROWS * ROWS, 0);
    for (int q = 0; q < ROWS; q += Kernel.COLUMNS) {
      var y = s == t ? new Slice(corner[s], q) : at(t, s * ROWS, q);
      kernel.add(tile(s, t, q), new Slice(corner[s], 0), y, ROWS);
    }
  }

  private void add(int s, int t, int k, int depth) {
    for (int q = 0; q < ROWS && depth > 0; q += Kernel.COLUMNS) {
      kernel.add(tile(s, t, q), at(s, k, 0), at(t, k, q), depth);
    }
  }

  private double[][] rows(int n) {
    double[][] rows = new double[n][n];
    crew.share(0, strips, s -> unload(s, rows, n));
    return rows;
  }

  private void unload(int s, double[][] rows, int n) {
    int end = Math.min(n, (s + 1) * ROWS);
    for (int i = s * ROWS; i < end; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = cell(s, i, j);
      }
    }
    for (int j = 0; j < end; j++) {
      for (int i = Math.max(j, s * ROWS); i < end; i++) {
        rows[j][i] = cell(s, i, j);
      }
    }
  }

  private Slice tile(int s, int t, int q) {
    return at(s, t * ROWS + q, 0);
  }

  /// The operand of strip `s` that begins at depth `k` and row `r`; it ends with the block of `k`.
  private Slice at(int s, int k, int r) {
    return new Slice(strip[s][k / DEPTH], k % DEPTH * ROWS + r);
  }

  private double cell(int s, int i, int j) {
    return strip[s][j / DEPTH][j % DEPTH * ROWS + i % ROWS];
  }

  private int blocks() {
    return (strips + BLOCK - 1) / BLOCK;
  }
}
