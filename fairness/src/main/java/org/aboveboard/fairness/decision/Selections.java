package org.aboveboard.fairness.decision;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;

/// How many were selected in each group; nothing need be known of whom it should have been.
///
/// Demographic parity is that of Dwork et al. (2012), named as in fairlearn. It can hold where the
/// wrong people are selected, so it is read beside [Decisions].
public record Selections(NavigableMap<String, Selection> byGroup) {
  public Selections {
    byGroup = Collections.unmodifiableNavigableMap(new TreeMap<>(byGroup));
  }

  public static Selections of(Map<String, Selection> byGroup) {
    return new Selections(new TreeMap<>(byGroup));
  }

  /// These selections without the groups that the floor withholds.
  public Selections above(Floor floor) {
    var people = new TreeMap<String, Long>();
    byGroup.forEach((group, selection) -> people.put(group, selection.people()));
    var shown = new TreeMap<>(byGroup);
    shown.keySet().removeAll(floor.withheld(people));
    return new Selections(shown);
  }

  public Selection overall() {
    return byGroup.values().stream().reduce(new Selection(0, 0), Selection::plus);
  }

  /// The highest selection rate less the lowest.
  public Figure demographicParityDifference() {
    return rates().difference();
  }

  /// The lowest selection rate over the highest.
  public Figure demographicParityRatio() {
    return rates().ratio();
  }

  public FourFifths fourFifthsRule() {
    return FourFifths.of(this);
  }

  /// The epsilon of differential fairness.
  ///
  /// @param smoothing see [DifferentialFairness]
  public Figure differentialFairness(double smoothing) {
    return new DifferentialFairness(smoothing).epsilon(this);
  }

  private Across rates() {
    return new Across(byGroup.values().stream().map(Selection::rate).toList());
  }
}
