package org.aboveboard.fairness.correct;

import java.util.function.IntToLongFunction;

/// A penalty for popularity: an item loses ln(1 + n) where n people chose it.
///
/// @param weight λ
/// @param chosenBy n, for each item
/// @param most for how many choosers an item loses 1, where they are told from 0 to 1
public record PopularityGain(double weight, IntToLongFunction chosenBy, long most) implements Gain {
  private static final double PLAIN = 1;

  /// ln(1 + n) as it is.
  public PopularityGain(double weight, IntToLongFunction chosenBy) {
    this(weight, chosenBy, 0);
  }

  @Override
  public Rule rule() {
    return Rule.POPULARITY;
  }

  @Override
  public double of(int item) {
    double unit = most == 0 ? PLAIN : Math.log1p((double) most);
    return 0 - Math.log1p((double) chosenBy.applyAsLong(item)) / unit;
  }

  @Override
  public Gain with(int item) {
    return this;
  }
}
