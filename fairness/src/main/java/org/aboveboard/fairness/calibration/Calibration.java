package org.aboveboard.fairness.calibration;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Divergence;
import org.aboveboard.fairness.Figure;

/// How far a list's mix of categories is from that of its person's history (Steck 2018).
///
/// The mix of a history is p(c) = Σ w·p(c|i) / Σ w over its items, that of a list is q(c) likewise
/// with a weight for each place. So that a category that the list lacks does not make the
/// divergence unbounded, q is mixed with a little of p: q̃ = (1 − α)·q + α·p.
///
/// @param alpha how much of p is mixed into q; the paper has .01
public record Calibration(double alpha) {
  public static final Calibration STECK = new Calibration(0.01);

  public Calibration {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha lies between 0 and 1, such as .01");
    }
  }

  /// The mix of some items: each with its weight and its shares p(c|i). Nothing has no mix.
  public static double[] mix(double[] weights, List<double[]> categories) {
    if (weights.length != categories.size()
        || !DoubleStream.of(weights).allMatch(w -> w >= 0 && Double.isFinite(w))) {
      throw new IllegalArgumentException("each item has one weight, which is 0 or more");
    }
    double total = DoubleStream.of(weights).sum();
    if (total == 0) {
      throw new IllegalArgumentException("nothing has no mix: leave out who has no items");
    }
    var mix = new double[categories.getFirst().length];
    for (int i = 0; i < weights.length; i++) {
      var shares = categories.get(i);
      double weight = weights[i] / total;
      if (shares.length != mix.length) {
        throw new IllegalArgumentException("every item has a share of each category, zeros too");
      }
      IntStream.range(0, mix.length).forEach(c -> mix[c] += weight * shares[c]);
    }
    return mix;
  }

  /// C_KL, Steck's measure: 0 where the mixes are the same, at most −ln α.
  public Figure kl(double[] p, double[] q) {
    return Divergence.kl(p, smoothed(p, q));
  }

  /// The Jensen–Shannon divergence of the two mixes, in bits; it needs no α.
  public static double js(double[] p, double[] q) {
    return Divergence.js(p, q);
  }

  /// The Hellinger distance of the two mixes; it needs no α.
  public static double hellinger(double[] p, double[] q) {
    return Divergence.hellinger(p, q);
  }

  private double[] smoothed(double[] p, double[] q) {
    if (p.length != q.length) {
      throw new IllegalArgumentException("both mixes are over the same categories");
    }
    return IntStream.range(0, p.length)
        .mapToDouble(c -> (1 - alpha) * q[c] + alpha * p[c])
        .toArray();
  }
}
