package org.aboveboard.models;

/// The inverse P of the ridged Gram matrix by slot, and the item-to-item weights that follow from
/// it.
///
/// The weight from item i to item j is `(-P_ij / P_jj) * min(1, max(1 - xi, lambda * P_jj))`: EASE
/// (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019), times the output scale of
/// RLAE (Moon et al., "It's Enough: Relaxing Diagonal Constraints in Linear Autoencoders", 2023).
/// At xi = 0 the scale is exactly one.
final class Weights {
  private final double[][] base;
  private final Terms terms;
  private final double[] negativeDiagonal;
  private final double[] scale;

  /// The weights of the inverse `base` plus `terms`.
  Weights(double[][] base, Terms terms, Settings settings) {
    this.base = base;
    this.terms = terms;
    this.negativeDiagonal = new double[base.length];
    this.scale = new double[base.length];
    for (int j = 0; j < base.length; j++) {
      double diagonal = inverse(j, j);
      negativeDiagonal[j] = -diagonal;
      scale[j] = Math.min(1, Math.max(1 - settings.xi(), settings.lambda() * diagonal));
    }
  }

  /// The weights of the same base with other terms.
  Weights with(Terms others, Settings settings) {
    return new Weights(base, others, settings);
  }

  /// Whether these lie on the very matrix that others lie on.
  @SuppressWarnings("ReferenceEquality")
  boolean isOn(Weights others) {
    return base == others.base;
  }

  int size() {
    return base.length;
  }

  /// Row `i` of what the terms lie on; not to be changed.
  double[] base(int i) {
    return base[i];
  }

  Terms terms() {
    return terms;
  }

  /// A cell of P.
  double inverse(int i, int j) {
    return terms.cell(base[i][j], i, j);
  }

  /// Row `i` of P; not to be changed. Written to `scratch` where it must be worked out.
  double[] inverse(int i, double[] scratch) {
    if (terms.count() == 0) {
      return base[i];
    }
    System.arraycopy(base[i], 0, scratch, 0, base.length);
    terms.addTo(scratch, terms.factors(i), 0, base.length);
    return scratch;
  }

  double weight(int i, int j) {
    return i == j ? 0 : term(1, i, j);
  }

  /// What weight `x` on item `i` adds to the score of another item `j`.
  double term(int x, int i, int j) {
    return x * (inverse(i, j) / negativeDiagonal[j]) * scale[j];
  }

  /// Adds to every item's score what weight `x` on item `i` gives it; nothing to `i` itself.
  void addTerms(int x, int i, double[] scores, double[] scratch) {
    double own = scores[i];
    double[] row = inverse(i, scratch);
    for (int j = 0; j < scores.length; j++) {
      scores[j] += x * (row[j] / negativeDiagonal[j]) * scale[j];
    }
    scores[i] = own;
  }
}
