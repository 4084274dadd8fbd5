package org.aboveboard.fairness.decision;

/// What was predicted that one person thinks of one item, and what they said.
///
/// @param isInGroup whether the person is of the group that is held against all others
public record Rating(String item, boolean isInGroup, double predicted, double actual) {
  public Rating {
    if (!Double.isFinite(predicted) || !Double.isFinite(actual)) {
      throw new IllegalArgumentException(
          "a rating of " + item + " is no number: leave out what was not said or not predicted");
    }
  }
}
