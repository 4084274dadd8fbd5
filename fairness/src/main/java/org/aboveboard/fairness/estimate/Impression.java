package org.aboveboard.fairness.estimate;

/// One logged choice.
///
/// @param reward what came of it, such as 1 for a click
/// @param logged the chance with which the policy that was live chose it
/// @param target the chance with which the policy asked about would choose it
public record Impression(double reward, double logged, double target) {
  public Impression {
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("a reward is a number, not " + reward + ": leave it out");
    }
    if (!(logged > 0 && logged <= 1)) {
      throw new IllegalArgumentException(
          "what was shown had a chance above 0 and at most 1, not " + logged + ": log it");
    }
    if (!(target >= 0 && target <= 1)) {
      throw new IllegalArgumentException("a chance lies between 0 and 1, not " + target);
    }
  }

  /// How much more often the policy asked about would choose it.
  double weight() {
    return target / logged;
  }
}
