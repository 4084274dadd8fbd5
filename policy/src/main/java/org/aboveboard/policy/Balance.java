package org.aboveboard.policy;

/// What a list is to be beside what suits a person best, and how much each counts against the
/// model, which has the rest of 1.
///
/// @param calibration to have the kinds a person chooses in their shares
/// @param diversity to be of things unlike each other
/// @param popularity to have what fewer people chose
/// @param loss the most that a list may lose, as a share of what the model's own list is worth
public record Balance(double calibration, double diversity, double popularity, double loss) {
  /// Lists for what suits a person best, and nothing else.
  public static final Balance NONE = new Balance(0, 0, 0, 0);

  /// Whether anything counts beside the model.
  public boolean counts() {
    return calibration > 0 || diversity > 0 || popularity > 0;
  }
}
