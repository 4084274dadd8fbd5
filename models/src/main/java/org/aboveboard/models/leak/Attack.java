package org.aboveboard.models.leak;

/// How an attack went.
///
/// @param auc the area under the ROC curve; 0.5 is guessing
/// @param balancedAccuracy the mean of the shares guessed right on either side; 0.5 is guessing
public record Attack(double auc, double balancedAccuracy) {
  /// From 0 for guessing to 1 for knowing.
  public double advantage() {
    return Math.max(0, 2 * auc - 1);
  }
}
