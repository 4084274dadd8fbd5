package org.aboveboard.fairness.exposure;

import java.util.DoubleSummaryStatistics;
import org.aboveboard.fairness.Divergence;
import org.aboveboard.fairness.Figure;

/// What each group got held against what it should get.
///
/// @param exposure e, what the groups got
/// @param target t, what they should get: catalogue, relevance, consumption or policy
public record Disparity(Split exposure, Split target) {

  /// The exposure disparity e_G / t_G: 1 is what it should be, 2 is twice that.
  public Figure of(String group) {
    return isEmpty()
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.ratio(
            exposure.amount(group) / exposure.total(), target.amount(group) / target.total());
  }

  /// ln(e_G / t_G): 0 is what it should be. None for a group that got nothing.
  public Figure logRatio(String group) {
    return of(group).known().stream()
        .mapToObj(
            ratio -> ratio == 0 ? Figure.none(Figure.Why.NOTHING) : Figure.of(Math.log(ratio)))
        .findFirst()
        .orElseGet(() -> of(group));
  }

  /// The smallest disparity over the largest, among the groups that have a target: 1 is even.
  public Figure minMaxRatio() {
    if (isEmpty()) {
      return Figure.none(Figure.Why.NOTHING);
    }
    double got = exposure.total();
    double due = target.total();
    var ratios = new DoubleSummaryStatistics();
    target
        .amounts()
        .forEach((group, amount) -> {
          if (amount > 0) {
            ratios.accept(exposure.amount(group) / got / (amount / due));
          }
        });
    return ratios.getCount() < 2
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.ratio(ratios.getMin(), ratios.getMax());
  }

  /// AWRF, attention-weighted rank fairness (Sapiezynski et al. 2019), for any number of groups as
  /// the TREC Fair Ranking track has it: 1 − the Jensen–Shannon divergence in bits. 1 is fair.
  public Figure awrf() {
    var groups = exposure.groupsWith(target);
    if (isEmpty()) {
      return Figure.none(Figure.Why.NOTHING);
    }
    return groups.size() < 2
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.of(1 - Divergence.js(exposure.shares(groups), target.shares(groups)));
  }

  /// AWRF for one protected group against all others: |e_G − t_G|. 0 is fair.
  public Figure awrf(String minority) {
    return isEmpty()
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(
            Math.abs(
                exposure.amount(minority) / exposure.total()
                    - target.amount(minority) / target.total()));
  }

  private boolean isEmpty() {
    return exposure.total() == 0 || target.total() == 0;
  }
}
