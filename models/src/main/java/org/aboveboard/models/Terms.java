package org.aboveboard.models;

import java.util.List;
import java.util.stream.IntStream;

/// A short sum of rank-one terms, each plus or minus `uu'`, that lies on top of a symmetric matrix.
///
/// A cell is one chain in the order of the terms: `c = fma(±u_i, u_j, c)`. So it has the same bits
/// whether it is asked for alone, as part of a row, or written into the matrix for good.
final class Terms {
  private static final int TOGETHER = 4;

  private final double[][] u;
  private final double[] signs;
  private final int count;
  private final double growth;
  private final Kernel kernel;

  /// Terms over `size` slots; they are padded with zeros to what the kernel takes together.
  Terms(List<double[]> vectors, List<Double> signs, int size, double growth, Kernel kernel) {
    this.count = vectors.size();
    this.growth = growth;
    this.kernel = kernel;
    this.u = new double[(count + TOGETHER - 1) / TOGETHER * TOGETHER][];
    this.signs = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      u[t] = t < count ? vectors.get(t) : new double[size];
      this.signs[t] = t < count ? signs.get(t) : 0;
    }
  }

  static Terms none() {
    return new Terms(List.of(), List.of(), 0, 1, new PlainKernel());
  }

  int count() {
    return count;
  }

  /// By how much rounding may have grown since the matrix below was written; one for no terms.
  double growth() {
    return growth;
  }

  /// The terms that came after the first ones, which `first` has too and which are written in.
  Terms after(Terms first) {
    return new Terms(
        IntStream.range(first.count, count).mapToObj(this::vector).toList(),
        IntStream.range(first.count, count).mapToObj(this::sign).toList(),
        u.length == 0 ? 0 : u[0].length,
        growth / first.growth,
        kernel);
  }

  double[] vector(int t) {
    return u[t];
  }

  double sign(int t) {
    return signs[t];
  }

  /// The cell `(i, j)`, given what lies below it.
  double cell(double below, int i, int j) {
    double sum = below;
    for (int t = 0; t < count; t++) {
      sum = Math.fma(signs[t] * u[t][i], u[t][j], sum);
    }
    return sum;
  }

  /// What row `i` multiplies the terms by.
  double[] factors(int i) {
    double[] factors = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      factors[t] = signs[t] * u[t][i];
    }
    return factors;
  }

  /// Adds the terms to the cells `from..to` of a row with these factors.
  void addTo(double[] row, double[] factors, int from, int to) {
    for (int t = 0; t < u.length; t += TOGETHER) {
      kernel.combine(row, factors, u, t, from, to);
    }
  }
}
