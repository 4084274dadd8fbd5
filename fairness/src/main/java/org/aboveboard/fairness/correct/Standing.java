package org.aboveboard.fairness.correct;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;

/// Where the groups stand after some requests: what exposure each got and what it merits. It does
/// not change; a request makes the next one of it.
///
/// @param requests τ, how many requests are counted
/// @param tallies what each group got and merits, added up over the requests
public record Standing(long requests, SortedMap<String, Tally> tallies) {
  public static final Standing START = new Standing(0, Collections.emptySortedMap());

  public Standing {
    tallies = Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
  }

  /// What a group got and what it merits.
  public record Tally(double exposure, double merit) {
    public Tally {
      boolean isFinite = Double.isFinite(exposure) && Double.isFinite(merit);
      if (!isFinite || exposure < 0 || merit < 0) {
        throw new IllegalArgumentException("exposure and merit are 0 or more, and finite");
      }
    }

    Tally plus(Tally more) {
      return new Tally(exposure + more.exposure, merit + more.merit);
    }

    boolean hasMerit() {
      return merit > 0;
    }

    double ratio() {
      return exposure / merit;
    }
  }

  /// The standing after one more request.
  ///
  /// @param shown the groups of what was shown, best first
  /// @param merit what each group merits of a request: such as the sum of its candidates' scores,
  ///   where they are not below zero, or a share set by policy
  public Standing after(List<String> shown, PositionWeights weights, Split merit) {
    var next = new TreeMap<>(tallies);
    merit
        .amounts()
        .forEach((group, amount) -> next.merge(group, new Tally(0, amount), Tally::plus));
    for (int r = 0; r < shown.size(); r++) {
      next.merge(shown.get(r), new Tally(weights.at(r + 1), 0), Tally::plus);
    }
    return new Standing(requests + 1, next);
  }

  /// What two that counted different requests counted together.
  public Standing plus(Standing more) {
    var sum = new TreeMap<>(tallies);
    more.tallies.forEach((group, tally) -> sum.merge(group, tally, Tally::plus));
    return new Standing(requests + more.requests, sum);
  }

  /// The exposure for its merit of the group that has most.
  double lead() {
    return merited(tallies).mapToDouble(Tally::ratio).max().orElse(0);
  }

  /// err_τ: τ times how far the group's exposure for its merit is behind that of the leader. 0 for
  /// the leader, and for a group whose merit is not known.
  public double err(String group) {
    return err(group, lead());
  }

  double err(String group, double lead) {
    var tally = tallies.getOrDefault(group, new Tally(0, 0));
    return tally.hasMerit() ? requests * (lead - tally.ratio()) : 0;
  }

  /// D_τ, the unfairness: the largest exposure for merit less the smallest.
  public Figure unfairness() {
    var ratios = merited(tallies).mapToDouble(Tally::ratio).summaryStatistics();
    return ratios.getCount() < 2
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.of(ratios.getMax() - ratios.getMin());
  }

  private static Stream<Tally> merited(Map<String, Tally> tallies) {
    return tallies.values().stream().filter(Tally::hasMerit);
  }
}
