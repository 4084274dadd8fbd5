package org.aboveboard.fairness.quality;

import java.util.Collection;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.apache.commons.statistics.distribution.FDistribution;

/// Welch's F* (1951): are the groups' means alike, whatever their spread? Each group weighs n/s²;
/// the squares between them are over a second factor that makes up for weights that are estimated,
/// and the degrees of freedom within shrink with it.
public final class WelchAnova {
  private WelchAnova() {}

  /// None where a group has no spread, since its weight would be without bounds.
  public static Verdict test(Collection<Sample> groups) {
    var missing = Groups.missing(groups, 2);
    if (missing.isPresent()) {
      return Verdict.none(missing.get());
    }
    return groups.stream().anyMatch(group -> Double.isInfinite(weight(group)))
        ? Verdict.none(Figure.Why.CONSTANT)
        : tested(groups);
  }

  private static Verdict tested(Collection<Sample> groups) {
    int k = groups.size();
    double weights = groups.stream().mapToDouble(WelchAnova::weight).sum();
    double grand =
        groups.stream().mapToDouble(group -> weight(group) * Groups.mean(group)).sum() / weights;
    double between =
        groups.stream()
                .mapToDouble(group -> weight(group) * Math.pow(Groups.mean(group) - grand, 2))
                .sum()
            / (k - 1);
    double uncertain =
        groups.stream()
            .mapToDouble(group -> Math.pow(1 - weight(group) / weights, 2) / (group.size() - 1))
            .sum();
    double f = between / (1 + 2.0 * (k - 2) / (k * (double) k - 1) * uncertain);
    double within = (k * (double) k - 1) / (3 * uncertain);
    return Verdict.of(f, FDistribution.of(k - 1, within).survivalProbability(f));
  }

  private static double weight(Sample group) {
    return group.size() / Groups.variance(group);
  }
}
