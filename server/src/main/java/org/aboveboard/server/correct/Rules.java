package org.aboveboard.server.correct;

/// The names that rules are recorded under, besides those of the correction itself
/// ([org.aboveboard.fairness.correct.Rule]).
public final class Rules {
  /// The place was drawn by chance.
  public static final String EXPLORATION = "exploration";

  /// The person is one of those who are shown what everybody is shown, for comparison.
  public static final String HOLDOUT = "holdout";

  private Rules() {}
}
