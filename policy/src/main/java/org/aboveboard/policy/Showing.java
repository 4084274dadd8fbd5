package org.aboveboard.policy;

import java.util.Map;
import java.util.Optional;

/// What is done to a surface's lists after the model has ranked them.
///
/// @param balance what counts beside the model
/// @param explore the share of lists in which one place is drawn by chance
/// @param holdout the share of people who get what everybody gets, for comparison
/// @param caps of items of a category, at most so many in a list
public record Showing(
    Optional<Correction> correct,
    Optional<AtLeast> atLeast,
    Balance balance,
    double explore,
    double holdout,
    Map<String, Integer> caps) {
  /// Lists as the model ranks them.
  public static final Showing PLAIN =
      new Showing(Optional.empty(), Optional.empty(), Balance.NONE, 0, 0, Map.of());

  public Showing {
    caps = Map.copyOf(caps);
  }
}
