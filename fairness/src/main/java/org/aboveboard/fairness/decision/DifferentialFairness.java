package org.aboveboard.fairness.decision;

import java.util.function.ToDoubleFunction;
import org.aboveboard.fairness.Figure;

/// Differential fairness of Foulds, Islam, Keya and Pan (2020): the largest natural logarithm, over
/// both outcomes and all pairs of groups, of how much likelier one group meets the outcome. 0 is
/// equality; groups are best all intersections of what people are.
///
/// @param smoothing what is added to the count of each of the two outcomes in each group: a share
///   is (k + smoothing) / (n + 2·smoothing). AIF360's concentration of 1 is a smoothing of 0.5.
record DifferentialFairness(double smoothing) {
  DifferentialFairness {
    if (!(smoothing >= 0 && smoothing <= 1e6)) {
      throw new IllegalArgumentException("smoothing is 0 to 1000000; 0.5 is usual");
    }
  }

  /// None without smoothing where an outcome never happened in a group, since no ratio bounds that.
  Figure epsilon(Selections selections) {
    if (selections.byGroup().size() < 2) {
      return Figure.none(Figure.Why.ONE_GROUP);
    }
    if (selections.byGroup().values().stream().anyMatch(group -> group.people() == 0)) {
      return Figure.none(Figure.Why.NOTHING);
    }
    double epsilon =
        Math.max(
            widest(selections, Selection::selected),
            widest(selections, group -> group.people() - group.selected()));
    return Double.isFinite(epsilon) ? Figure.of(epsilon) : Figure.none(Figure.Why.NO_SUPPORT);
  }

  private double widest(Selections selections, ToDoubleFunction<Selection> count) {
    var logs =
        selections.byGroup().values().stream()
            .mapToDouble(group ->
                Math.log(count.applyAsDouble(group) + smoothing)
                    - Math.log(group.people() + 2 * smoothing))
            .summaryStatistics();
    return logs.getMax() - logs.getMin();
  }
}
