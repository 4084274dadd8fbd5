package org.aboveboard.models;

/// The inner loops that dense work is made of, mostly on tiles of 16 rows by 8 columns.
///
/// Every number they make is one chain of fused multiply-adds in ascending order of depth; vector
/// lanes lie across outputs, never across a sum. So [PlainKernel] and [VectorKernel] give the same
/// bits.
///
/// A tile's element (row `r`, column `q`) lies at `q * 16 + r`; an operand's (row `r`, depth `k`)
/// at `k * 16 + r`.
sealed interface Kernel permits PlainKernel, VectorKernel {
  /// Rows of a tile, and of a strip.
  int ROWS = 16;

  /// Columns of a tile.
  int COLUMNS = 8;

  /// Adds `x` times the transpose of `y` to the tile `c`.
  void add(Slice c, Slice x, Slice y, int depth);

  /// Subtracts `x` times the transpose of `y` from the tile `c`.
  void subtract(Slice c, Slice x, Slice y, int depth);

  /// Divides the tile `c` from the right by the transpose of the lower triangle `l` (8 by 8).
  void solve(Slice c, Slice l);

  /// Adds to `row[from..to)` four multiples, in order: `a[0]·u[0] + … + a[3]·u[3]`.
  void combine(double[] row, double[] a, double[][] u, int at, int from, int to);

  /// Multiplies a row of a symmetric matrix, `counts[0..length)` before its diagonal, with eight
  /// columns.
  ///
  /// Columns lie interleaved. Cell `k` of the row is also cell `length` of row `k`: so `counts[k]`
  /// times `p[length]` is added to `product[k]`, and times `p[k]` to `product[length]`.
  void multiply(int[] counts, int length, double[] p, double[] product);

  /// The fastest kernel that this run time offers.
  static Kernel best() {
    boolean offered = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return offered ? new VectorKernel() : new PlainKernel();
  }
}
