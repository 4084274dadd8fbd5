package org.aboveboard.fairness.exposure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The ranked group fairness test of FA*IR (Zehlike et al. 2017): how many of the first k places a
/// protected group must have for each k, so that the list may pass for one where each place was
/// drawn for the group with probability p.
///
/// m(k) is the inverse of the binomial distribution of k draws at α_c. As there is a test at every
/// k, a fair list would fail one of them more often than α; so α_c is searched below α by halving,
/// until the tables left and right of it are neighbours, and the one of them whose probability to
/// fail is nearer to α is taken.
///
/// @param minima m(1), m(2) and so on
/// @param p the share that the protected group should have
/// @param significance α_c, what the minima were made with
public record FaIrTable(List<Integer> minima, double p, double significance) {
  private static final int MOST = 1_000;

  public FaIrTable {
    minima = List.copyOf(minima);
  }

  /// The table at α itself, for a single test.
  public static FaIrTable unadjusted(int k, double p, double alpha) {
    check(k, p, alpha);
    return at(k, p, alpha);
  }

  /// The table for all k tests at once.
  public static FaIrTable adjusted(int k, double p, double alpha) {
    check(k, p, alpha);
    var low = at(k, p, 0);
    var high = at(k, p, alpha);
    while (low.mass() + 1 < high.mass()) {
      double middle = (low.significance + high.significance) / 2;
      if (middle <= low.significance || middle >= high.significance) {
        break;
      }
      var table = at(k, p, middle);
      if (table.failProbability() <= alpha) {
        low = table;
      } else {
        high = table;
      }
    }
    double below = Math.abs(alpha - low.failProbability());
    double above = Math.abs(alpha - high.failProbability());
    return below <= above ? low : high;
  }

  /// How many of the first k places must go to the protected group.
  public int at(int k) {
    return minima.get(k - 1);
  }

  /// The probability that a list whose places are drawn with p fails at some k: by recursion over k
  /// on how many protected there are, dropping at each k those that are too few.
  public double failProbability() {
    var passing = new double[minima.size() + 1];
    passing[0] = 1;
    for (int k = 1; k <= minima.size(); k++) {
      for (int count = k; count >= 0; count--) {
        double drawn = count == 0 ? 0 : passing[count - 1] * p;
        passing[count] = count < at(k) ? 0 : passing[count] * (1 - p) + drawn;
      }
    }
    return Math.max(0, 1 - DoubleStream.of(passing).sum());
  }

  /// Whether the list, of which each place says if it is protected, passes at each of its k.
  public boolean isFair(List<Boolean> ranking) {
    if (ranking.size() > minima.size()) {
      throw new IllegalArgumentException("make the table for " + ranking.size() + " places");
    }
    int count = 0;
    for (int k = 1; k <= ranking.size(); k++) {
      count += ranking.get(k - 1) ? 1 : 0;
      if (count < at(k)) {
        return false;
      }
    }
    return true;
  }

  private int mass() {
    return minima.stream().mapToInt(Integer::intValue).sum();
  }

  private static FaIrTable at(int k, double p, double significance) {
    var minima =
        IntStream.rangeClosed(1, k)
            .map(n -> BinomialDistribution.of(n, p).inverseCumulativeProbability(significance))
            .boxed()
            .toList();
    return new FaIrTable(minima, p, significance);
  }

  private static void check(int k, double p, double alpha) {
    if (k < 1 || k > MOST || !(p > 0 && p < 1) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "k is from 1 to " + MOST + ", p and alpha lie between 0 and 1");
    }
  }
}
