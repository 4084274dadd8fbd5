package org.aboveboard.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A change of the inverse P by a few rank-one terms, gathered first and applied in one pass.
///
/// Adding a row x (t times) to the matrix: `v = Px, s = x·v, P -= t/(1+ts) vv'`; taking it out: `P
/// += t/(1-ts) vv'` (Sherman and Morrison, 1950). A term is kept as `u = v·sqrt(factor)` with a
/// sign, so that both halves of the symmetric result get the same bits. Items that nobody held
/// before start with a ridge alone, `1/lambda` on the diagonal; items that others held already
/// enter by a border.
///
/// Taking out divides by `1-ts`, which lets rounding in the term grow by about its square; the
/// product of that is kept, so that whoever holds the terms can tell when to look.
final class LowRank {
  private static final double NEARLY_SINGULAR = 1e-6;
  private static final int GROUP = 16;
  private static final int WIDTH = 1024;

  private final Weights base;
  private final int held;
  private final int size;
  private final double fresh;
  private final List<double[]> terms = new ArrayList<>();
  private final List<Double> signs = new ArrayList<>();
  private double growth;

  /// A change of `base`: slots up to `held` are new with a ridge alone, up to `size` still to
  /// enter.
  LowRank(Weights base, int held, int size, double lambda) {
    this.base = base;
    this.held = held;
    this.size = size;
    this.fresh = 1 / lambda;
    this.growth = base.terms().growth();
    for (int t = 0; t < base.terms().count(); t++) {
      terms.add(Arrays.copyOf(base.terms().vector(t), size));
      signs.add(base.terms().sign(t));
    }
  }

  /// Adds a row so many times.
  void add(Sparse x, int times) {
    double[] v = product(x);
    term(v, times / (1 + times * x.dot(v)), -1);
  }

  /// Takes a row out; false if that would leave too little to divide by.
  boolean remove(Sparse x, int times) {
    double[] v = product(x);
    double left = 1 - times * x.dot(v);
    if (left < NEARLY_SINGULAR) {
      return false;
    }
    growth /= left * left;
    term(v, times / left, 1);
    return true;
  }

  /// Takes an item out that others still hold; its row and column become zero.
  void leave(int slot) {
    double[] v = product(new Sparse(new int[] {slot}, new double[] {1}));
    term(v, 1 / v[slot], -1);
  }

  /// Lets an item in: its column `g` of the matrix and its cell on the diagonal, ridge included.
  boolean enter(int slot, Sparse g, double diagonal) {
    double[] v = product(g);
    double left = diagonal - g.dot(v);
    if (left < NEARLY_SINGULAR * diagonal) {
      return false;
    }
    growth *= diagonal / left;
    v[slot] = -1;
    term(v, 1 / left, 1);
    return true;
  }

  private void term(double[] v, double factor, double sign) {
    double root = Math.sqrt(factor);
    for (int j = 0; j < size; j++) {
      v[j] *= root;
    }
    terms.add(v);
    signs.add(sign);
  }

  /// P times a vector, with the terms gathered so far.
  private double[] product(Sparse x) {
    double[] v = new double[size];
    for (int k = 0; k < x.size(); k++) {
      int slot = x.slot(k);
      if (slot < base.size()) {
        addMultiple(v, x.value(k), base.base(slot));
      } else if (slot < held) {
        v[slot] += x.value(k) * fresh;
      }
    }
    for (int t = 0; t < terms.size(); t++) {
      addMultiple(v, signs.get(t) * x.dot(terms.get(t)), terms.get(t));
    }
    return v;
  }

  private static void addMultiple(double[] v, double factor, double[] u) {
    for (int j = 0; j < u.length; j++) {
      v[j] = Math.fma(factor, u[j], v[j]);
    }
  }

  /// The terms so far, those that `base` had already included.
  Terms terms(Kernel kernel) {
    return new Terms(terms, signs, size, growth, kernel);
  }

  /// The changed inverse written out, with only the slots in `keep`, in that order.
  double[][] apply(int[] keep, Kernel kernel, int threads) {
    Terms all = terms(kernel);
    double[][] rows = new double[keep.length][];
    int groups = (keep.length + GROUP - 1) / GROUP;
    new Crew(threads)
        .share(
            0,
            groups,
            g -> apply(keep, g * GROUP, Math.min(keep.length, (g + 1) * GROUP), all, rows));
    return rows;
  }

  private void apply(int[] keep, int from, int to, Terms all, double[][] rows) {
    double[][] factors = new double[to - from][];
    for (int r = from; r < to; r++) {
      rows[r] = start(keep[r]);
      factors[r - from] = all.factors(keep[r]);
    }
    for (int j = 0; j < size; j += WIDTH) {
      for (int r = from; r < to; r++) {
        all.addTo(rows[r], factors[r - from], j, Math.min(size, j + WIDTH));
      }
    }
    for (int r = from; r < to && keep.length < size; r++) {
      double[] whole = rows[r];
      rows[r] = Arrays.stream(keep).mapToDouble(slot -> whole[slot]).toArray();
    }
  }

  private double[] start(int slot) {
    double[] row = slot < base.size() ? Arrays.copyOf(base.base(slot), size) : new double[size];
    if (slot >= base.size() && slot < held) {
      row[slot] = fresh;
    }
    return row;
  }
}
