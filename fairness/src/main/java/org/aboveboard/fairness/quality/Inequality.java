package org.aboveboard.fairness.quality;

import java.util.Collection;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;

/// How unequally a benefit is spread over people: 0 where everybody has the same. After Shorrocks
/// (1980); as a measure of fairness Speicher et al. (2018).
///
/// Inequality over all is that between groups, as if everybody had the mean of their group, and
/// that within them: the two add up.
public final class Inequality {
  private final double[] benefits;
  private final double[] levelled;
  private final double mean;

  private Inequality(Collection<Sample> groups) {
    double most = groups.stream().flatMapToDouble(Inequality::values).max().orElse(0);
    if (groups.stream().flatMapToDouble(Inequality::values).anyMatch(benefit -> benefit < 0)) {
      throw new IllegalArgumentException("a benefit is 0 or more: leave losses out or shift all");
    }
    // over the largest, so that no sum is without bounds
    double scale = most == 0 ? 1 : most;
    benefits =
        groups.stream()
            .flatMapToDouble(Inequality::values)
            .map(benefit -> benefit / scale)
            .toArray();
    levelled =
        groups.stream()
            .flatMapToDouble(group -> {
              double ofGroup = values(group).map(v -> v / scale).sum() / group.size();
              return values(group).map(_ -> ofGroup);
            })
            .toArray();
    mean = benefits.length == 0 ? 0 : DoubleStream.of(benefits).sum() / benefits.length;
  }

  public static Inequality of(Sample benefits) {
    return new Inequality(List.of(benefits));
  }

  /// The benefits of several groups, to be told apart into between and within.
  public static Inequality of(Collection<Sample> groups) {
    return new Inequality(groups);
  }

  /// Generalized entropy: the larger alpha, the more those at the top matter. 1 is Theil's T, 0
  /// Theil's L, 2 half the squared coefficient of variation. None for an alpha of 0 or less where
  /// somebody has no benefit at all.
  public Figure generalizedEntropy(double alpha) {
    var entropy = new Entropy(alpha);
    return averaged(i -> entropy.of(benefits[i] / mean));
  }

  /// What of the generalized entropy lies between the groups.
  public Figure between(double alpha) {
    var entropy = new Entropy(alpha);
    return averaged(i -> entropy.of(levelled[i] / mean));
  }

  /// What of the generalized entropy lies within the groups.
  public Figure within(double alpha) {
    var entropy = new Entropy(alpha);
    return averaged(i -> entropy.of(benefits[i] / mean) - entropy.of(levelled[i] / mean));
  }

  /// Theil's T (1967).
  public Figure theilT() {
    return generalizedEntropy(1);
  }

  /// Theil's L, the mean log deviation.
  public Figure theilL() {
    return generalizedEntropy(0);
  }

  /// The standard deviation, with n, over the mean.
  public Figure coefficientOfVariation() {
    return switch (generalizedEntropy(2)) {
      case Figure.Value(double entropy) -> Figure.of(Math.sqrt(2 * entropy));
      case Figure.None none -> none;
    };
  }

  /// The share of all benefit that could be given up if the rest were spread equally, in the eyes
  /// of somebody who minds inequality by epsilon (Atkinson, 1970).
  public Figure atkinson(double epsilon) {
    var aversion = new Atkinson(epsilon);
    return mean > 0 ? Figure.of(aversion.of(benefits)) : averaged(_ -> 0);
  }

  private Figure averaged(IntToDoubleFunction term) {
    if (benefits.length == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    if (mean == 0) {
      return Figure.none(Figure.Why.SHARE_OF_NOTHING);
    }
    double average = IntStream.range(0, benefits.length).mapToDouble(term).sum() / benefits.length;
    return Double.isFinite(average)
        ? Figure.of(Math.max(0, average))
        : Figure.none(Figure.Why.NO_SUPPORT);
  }

  private static DoubleStream values(Sample group) {
    return DoubleStream.of(group.values());
  }
}
