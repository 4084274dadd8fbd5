package org.aboveboard.fairness;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How far apart two distributions over the same things are.
public final class Divergence {
  private static final double SUM = 1e-6;

  private Divergence() {}

  /// Kullback–Leibler: Σ p·ln(p/q), in nats. None where q has nothing of what p has.
  public static Figure kl(double[] p, double[] q) {
    check(p, q);
    boolean isBounded = IntStream.range(0, p.length).allMatch(i -> p[i] == 0 || q[i] > 0);
    return isBounded ? Figure.of(sum(p, q)) : Figure.none(Figure.Why.SHARE_OF_NOTHING);
  }

  /// Jensen–Shannon, in bits: from 0 for the same to 1 for distributions that share nothing.
  public static double js(double[] p, double[] q) {
    check(p, q);
    var middle = IntStream.range(0, p.length).mapToDouble(i -> (p[i] + q[i]) / 2).toArray();
    double nats = (sum(p, middle) + sum(q, middle)) / 2;
    return Math.clamp(nats / Math.log(2), 0, 1);
  }

  /// Hellinger: ‖√p − √q‖ / √2, from 0 to 1.
  public static double hellinger(double[] p, double[] q) {
    check(p, q);
    double squares =
        IntStream.range(0, p.length)
            .mapToDouble(i -> Math.sqrt(p[i]) - Math.sqrt(q[i]))
            .map(difference -> difference * difference)
            .sum();
    return Math.sqrt(squares / 2);
  }

  private static double sum(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
    }
    return Math.max(0, sum);
  }

  private static void check(double[] p, double[] q) {
    if (p.length != q.length) {
      throw new IllegalArgumentException("both distributions are over the same categories");
    }
    checkSum(p);
    checkSum(q);
  }

  private static void checkSum(double[] p) {
    boolean isNegative = !DoubleStream.of(p).allMatch(share -> share >= 0);
    if (isNegative || Math.abs(DoubleStream.of(p).sum() - 1) > SUM) {
      throw new IllegalArgumentException(
          "shares are 0 or more and add up to 1: divide each by the sum of all");
    }
  }
}
