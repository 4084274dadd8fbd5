package org.aboveboard.policy;

import java.util.Arrays;
import java.util.Optional;

/// What is measured of a model before it is released, by the name that limits have for it.
public enum Figure {
  RECALL("recall"),
  NDCG("ndcg"),
  HIT_RATE("hitRate"),
  MRR("mrr"),
  COVERAGE("coverage"),
  GINI("gini"),
  /// How many people chose what is shown, on average (ARP).
  POPULARITY("popularity"),
  /// The least share of exposure that a group of providers has of the one it should have.
  EXPOSURE("exposure"),
  /// The largest difference of NDCG between segments.
  GAP("gap"),
  CALIBRATION("calibration"),
  /// How alike lists stay when one act is taken back (RBO).
  STABILITY("stability"),
  LEAKAGE("leakage"),
  LEVERAGE("leverage"),
  /// How many people a reason rests on.
  SUPPORT("support");

  private final String word;

  Figure(String word) {
    this.word = word;
  }

  /// As policies write it.
  public String word() {
    return word;
  }

  public static Optional<Figure> of(String word) {
    return Arrays.stream(values()).filter(figure -> figure.word.equals(word)).findFirst();
  }
}
