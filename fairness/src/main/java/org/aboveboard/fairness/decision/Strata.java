package org.aboveboard.fairness.decision;

import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;

/// Decisions apart by something that may rightly make a difference, such as how active people are:
/// groups are compared inside each stratum, as with the control features of fairlearn. What differs
/// over all and in no stratum is Simpson's paradox (Bickel, Hammel and O'Connell, 1975).
public record Strata(NavigableMap<String, Decisions> byStratum) {
  public Strata {
    byStratum = Collections.unmodifiableNavigableMap(new TreeMap<>(byStratum));
  }

  public static Strata of(Map<String, Decisions> byStratum) {
    return new Strata(new TreeMap<>(byStratum));
  }

  /// Without the groups that the floor withholds, and without the strata in which a group would be
  /// too small.
  public Strata above(Floor floor) {
    var groups = pooled().above(floor).byGroup().keySet();
    var shown = new TreeMap<String, Decisions>();
    var people = new TreeMap<String, Map<String, Long>>();
    byStratum.forEach((stratum, decisions) -> {
      shown.put(stratum, decisions.only(groups));
      people.put(stratum, decisions.only(groups).people());
    });
    shown.keySet().removeAll(floor.withheldStrata(people));
    return new Strata(shown);
  }

  /// What the measure says in each stratum.
  public NavigableMap<String, Figure> each(Function<Decisions, Figure> measure) {
    var figures = new TreeMap<String, Figure>();
    byStratum.forEach((stratum, decisions) -> figures.put(stratum, measure.apply(decisions)));
    return figures;
  }

  /// The largest of a stratum: of a difference, the worst. Strata that say nothing are passed over.
  public Figure largest(Function<Decisions, Figure> measure) {
    var known = known(measure);
    return known.getCount() == 0 ? Figure.none(Figure.Why.NO_SUPPORT) : Figure.of(known.getMax());
  }

  /// The smallest of a stratum: of a ratio, the worst. Strata that say nothing are passed over.
  public Figure smallest(Function<Decisions, Figure> measure) {
    var known = known(measure);
    return known.getCount() == 0 ? Figure.none(Figure.Why.NO_SUPPORT) : Figure.of(known.getMin());
  }

  /// The groups over all strata.
  public Decisions pooled() {
    var pooled = new TreeMap<String, Confusion>();
    for (var decisions : byStratum.values()) {
      decisions
          .byGroup()
          .forEach((group, confusion) -> pooled.merge(group, confusion, Confusion::plus));
    }
    return new Decisions(pooled);
  }

  private DoubleSummaryStatistics known(Function<Decisions, Figure> measure) {
    return each(measure).values().stream()
        .flatMapToDouble(figure -> figure.known().stream())
        .summaryStatistics();
  }
}
