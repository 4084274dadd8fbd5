package org.aboveboard.fairness.noise;

/// Whether a budget could bear a cost.
public sealed interface Spending {

  /// @param left the budget from now on; whoever publishes must keep it before they do
  record Spent(Budget left) implements Spending {}

  /// The budget cannot bear the cost, so nothing may be published.
  ///
  /// @param unchanged the budget as it was
  record Refused(Cost cost, Budget unchanged) implements Spending {}
}
