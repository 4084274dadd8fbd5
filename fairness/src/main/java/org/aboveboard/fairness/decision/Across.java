package org.aboveboard.fairness.decision;

import java.util.Collection;
import java.util.Optional;
import org.aboveboard.fairness.Figure;

/// The same figure of each group, put against one another. Where one group has none, or there are
/// fewer than two, there is no comparison.
record Across(Collection<Figure> figures) {
  /// The largest less the smallest.
  Figure difference() {
    return missing().orElseGet(() -> Figure.of(largest() - smallest()));
  }

  /// The smallest over the largest.
  Figure ratio() {
    return missing().orElseGet(() -> Figure.ratio(smallest(), largest()));
  }

  private Optional<Figure> missing() {
    return figures.size() < 2
        ? Optional.of(Figure.none(Figure.Why.ONE_GROUP))
        : figures.stream().filter(figure -> figure.known().isEmpty()).findFirst();
  }

  private double largest() {
    return figures.stream().flatMapToDouble(figure -> figure.known().stream()).max().orElseThrow();
  }

  private double smallest() {
    return figures.stream().flatMapToDouble(figure -> figure.known().stream()).min().orElseThrow();
  }
}
