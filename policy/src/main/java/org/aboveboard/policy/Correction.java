package org.aboveboard.policy;

/// What a surface may do by itself while the alarm of a monitor stands.
///
/// @param clamp the most that is added to a score, in spreads of the scores of a list
/// @param loss the most that a list may lose, as a share of what the model's own list is worth
public record Correction(String monitor, Strength strength, double clamp, double loss) {

  /// The envelope of its strength.
  ///
  /// @param lowest when all is well
  /// @param up by how much it grows each minute while the alarm stands
  /// @param down by how much it falls after, each time its monitor has seen what the last step did
  public record Strength(double lowest, double highest, double up, double down) {}
}
