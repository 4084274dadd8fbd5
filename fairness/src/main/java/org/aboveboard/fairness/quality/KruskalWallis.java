package org.aboveboard.fairness.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The test of Kruskal and Wallis (1952): does one group tend to higher values than another? It
/// looks at ranks alone, so that neither outliers nor the shape of values matter.
///
/// With N values ranked together, equal ones sharing their mean rank, H = 12/(N(N+1)) Σ R²/n −
/// 3(N+1), over 1 − Σ(t³−t)/(N³−N) for ties of t. It is held against chi-squared with one degree
/// less than there are groups, which is close where groups have five people or more.
public final class KruskalWallis {
  private KruskalWallis() {}

  private record Ranked(double value, int group) {}

  public static Verdict test(Collection<Sample> groups) {
    var missing = Groups.missing(groups, 1);
    if (missing.isPresent()) {
      return Verdict.none(missing.get());
    }
    return Groups.areConstant(groups)
        ? Verdict.none(Figure.Why.CONSTANT)
        : tested(List.copyOf(groups));
  }

  private static Verdict tested(List<Sample> groups) {
    var values = sorted(groups);
    double n = values.size();
    var sums = new double[groups.size()];
    double ties = 0;
    for (int from = 0; from < n; ) {
      int to = endOfTie(values, from);
      for (var ranked : values.subList(from, to)) {
        sums[ranked.group()] += (from + 1 + to) / 2.0;
      }
      double tied = to - from;
      ties += tied * tied * tied - tied;
      from = to;
    }
    double squares = 0;
    for (int group = 0; group < sums.length; group++) {
      squares += sums[group] * sums[group] / groups.get(group).size();
    }
    double h = (12 / (n * (n + 1)) * squares - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
    return Verdict.of(
        h, ChiSquaredDistribution.of(groups.size() - 1.0).survivalProbability(Math.max(0, h)));
  }

  private static int endOfTie(List<Ranked> values, int from) {
    int to = from;
    while (to < values.size() && values.get(to).value() == values.get(from).value()) {
      to++;
    }
    return to;
  }

  private static List<Ranked> sorted(List<Sample> groups) {
    var values = new ArrayList<Ranked>();
    for (int group = 0; group < groups.size(); group++) {
      for (double value : groups.get(group).values()) {
        values.add(new Ranked(value, group));
      }
    }
    values.sort(Comparator.comparingDouble(Ranked::value));
    return values;
  }
}
