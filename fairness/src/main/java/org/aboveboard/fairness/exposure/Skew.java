package org.aboveboard.fairness.exposure;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.aboveboard.fairness.Figure;

/// How the mix of groups in the top of one list differs from the mix wanted (Geyik, Ambler &
/// Kenthapadi 2019).
///
/// @param ranking the group of each place, best first
/// @param target the mix wanted, q
public record Skew(List<String> ranking, Split target) {
  public Skew {
    ranking = List.copyOf(ranking);
  }

  /// Skew@k = ln(p/q): below 0 the group has too few of the first k places. None for a group that
  /// has no place there, for which it knows no bottom: see [#absent].
  public Figure at(String group, int k) {
    var share = new Disparity(top(k), target);
    return share.logRatio(group);
  }

  /// MinSkew@k: of the group that is worst off. None where a group is absent, or nothing is there.
  public Figure min(int k) {
    return absent(k).isEmpty() ? extreme(k, false) : Figure.none(Figure.Why.NOTHING);
  }

  /// MaxSkew@k: of the group that is best off.
  public Figure max(int k) {
    return extreme(k, true);
  }

  /// The groups that are wanted and have none of the first k places.
  public List<String> absent(int k) {
    var top = top(k);
    return target.amounts().keySet().stream()
        .filter(group -> target.amount(group) > 0 && top.amount(group) == 0)
        .toList();
  }

  /// NDKL: Σ_k KL(top-k ‖ q) / log2(k + 1) over Σ_k 1 / log2(k + 1), in nats. 0 is as wanted. None
  /// where a group has a place that should have none.
  public Figure ndkl() {
    if (ranking.isEmpty() || target.total() == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    if (ranking.stream().anyMatch(group -> target.amount(group) == 0)) {
      return Figure.none(Figure.Why.SHARE_OF_NOTHING);
    }
    double due = target.total();
    var counts = new HashMap<String, Integer>();
    double sum = 0;
    double norm = 0;
    for (int k = 1; k <= ranking.size(); k++) {
      counts.merge(ranking.get(k - 1), 1, Integer::sum);
      double kl = 0;
      for (var group : new TreeSet<>(counts.keySet())) {
        double p = counts.getOrDefault(group, 0) / (double) k;
        kl += p * Math.log(p / (target.amount(group) / due));
      }
      sum += kl * PositionWeights.log().at(k);
      norm += PositionWeights.log().at(k);
    }
    return Figure.of(Math.max(0, sum / norm));
  }

  private Figure extreme(int k, boolean isMax) {
    var skews = new DoubleSummaryStatistics();
    target.amounts().keySet().forEach(group -> at(group, k).known().ifPresent(skews));
    if (skews.getCount() == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    return Figure.of(isMax ? skews.getMax() : skews.getMin());
  }

  private Split top(int k) {
    if (k < 1 || k > ranking.size()) {
      throw new IllegalArgumentException(
          "k is from 1 to the length of the list, which is " + ranking.size());
    }
    return Split.counting(ranking.subList(0, k));
  }
}
