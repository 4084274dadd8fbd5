package org.aboveboard.models;

/// The inverse P of the ridged Gram matrix by slot, and the item-to-item weights that follow from
/// it.
///
/// The weight from item i to item j is `(-P_ij / P_jj) * min(1, max(1 - xi, lambda * P_jj))`: EASE
/// (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019), times the output scale of
/// RLAE (Moon et al., "It's Enough: Relaxing Diagonal Constraints in Linear Autoencoders", 2023).
/// At xi = 0 the scale is exactly one.
final class Weights {
  private final double[][] inverse;
  private final double[] negativeDiagonal;
  private final double[] scale;

  Weights(double[][] inverse, Settings settings) {
    this.inverse = inverse;
    this.negativeDiagonal = new double[inverse.length];
    this.scale = new double[inverse.length];
    for (int j = 0; j < inverse.length; j++) {
      double diagonal = inverse[j][j];
      negativeDiagonal[j] = -diagonal;
      scale[j] = Math.min(1, Math.max(1 - settings.xi(), settings.lambda() * diagonal));
    }
  }

  int size() {
    return inverse.length;
  }

  /// Row `i` of P; not to be changed.
  double[] inverse(int i) {
    return inverse[i];
  }

  double weight(int i, int j) {
    return i == j ? 0 : term(1, i, j);
  }

  /// What weight `x` on item `i` adds to the score of another item `j`.
  double term(int x, int i, int j) {
    return x * (inverse[i][j] / negativeDiagonal[j]) * scale[j];
  }

  /// Adds to every item's score what weight `x` on item `i` gives it; nothing to `i` itself.
  void addTerms(int x, int i, double[] scores) {
    double own = scores[i];
    double[] row = inverse[i];
    for (int j = 0; j < scores.length; j++) {
      scores[j] += x * (row[j] / negativeDiagonal[j]) * scale[j];
    }
    scores[i] = own;
  }
}
