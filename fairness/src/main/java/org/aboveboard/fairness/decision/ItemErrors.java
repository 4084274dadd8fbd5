package org.aboveboard.fairness.decision;

import java.util.function.ToDoubleFunction;

/// How both sides were predicted to rate one item.
final class ItemErrors {
  private final Side group = new Side();
  private final Side others = new Side();

  void add(Rating rating) {
    (rating.isInGroup() ? group : others).add(rating);
  }

  boolean isOnBothSides() {
    return !group.isEmpty() && !others.isEmpty();
  }

  double gap(ToDoubleFunction<Side> of) {
    return Math.abs(of.applyAsDouble(group) - of.applyAsDouble(others));
  }
}
