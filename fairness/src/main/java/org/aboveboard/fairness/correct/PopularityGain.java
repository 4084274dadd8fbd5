package org.aboveboard.fairness.correct;

import java.util.function.IntToLongFunction;

/// A penalty for popularity: an item loses ln(1 + n) where n people chose it.
///
/// @param weight λ
/// @param chosenBy n, for each item
public record PopularityGain(double weight, IntToLongFunction chosenBy) implements Gain {
  @Override
  public Rule rule() {
    return Rule.POPULARITY;
  }

  @Override
  public double of(int item) {
    return 0 - Math.log1p((double) chosenBy.applyAsLong(item));
  }

  @Override
  public Gain with(int item) {
    return this;
  }
}
