package org.aboveboard.fairness.correct;

/// What an item would add to a list that some items were already chosen for. It does not change;
/// each item that is chosen makes the next one of it.
public interface Gain {
  /// The rule it is told under.
  Rule rule();

  /// λ, its part in the choice; all of them leave the model some.
  double weight();

  /// What the item adds, on a scale where the model's scores span 1.
  double of(int item);

  /// The gain once this item is chosen too.
  Gain with(int item);
}
