package org.aboveboard.fairness.correct;

/// What can move an item, each under a name that is kept for good.
public enum Rule {
  FAIR_CO("fairco"),
  FA_IR("fa-ir"),
  DET_CONST_SORT("det-const-sort"),
  CALIBRATION("calibration"),
  DIVERSITY("mmr"),
  COVERAGE("xquad"),
  POPULARITY("popularity");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /// The name it is recorded under.
  public String id() {
    return id;
  }
}
