package org.aboveboard.policy;

import java.util.Arrays;
import java.util.Optional;
import org.aboveboard.policy.Model.Bound;

/// What is measured of a model before it is released, by the name that limits have for it.
public enum Figure {
  RECALL("recall", Bound.AT_LEAST, 1),
  NDCG("ndcg", Bound.AT_LEAST, 1),
  HIT_RATE("hitRate", Bound.AT_LEAST, 1),
  MRR("mrr", Bound.AT_LEAST, 1),
  COVERAGE("coverage", Bound.AT_LEAST, 1),
  GINI("gini", Bound.AT_MOST, 1),
  /// How many people chose what is shown, on average (ARP).
  POPULARITY("popularity", Bound.AT_MOST, Double.POSITIVE_INFINITY),
  /// The least share of exposure that a group of providers has of the one it should have.
  EXPOSURE("exposure", Bound.AT_LEAST, 1),
  /// The largest difference of NDCG between segments.
  GAP("gap", Bound.AT_MOST, 1),
  CALIBRATION("calibration", Bound.AT_MOST, Double.POSITIVE_INFINITY),
  /// How alike lists stay when one act is taken back (RBO).
  STABILITY("stability", Bound.AT_LEAST, 1),
  LEAKAGE("leakage", Bound.AT_MOST, 1),
  LEVERAGE("leverage", Bound.AT_MOST, 1),
  /// How many people a reason rests on.
  SUPPORT("support", Bound.AT_LEAST, Double.POSITIVE_INFINITY);

  private final String word;
  private final Bound bound;
  private final double largest;

  Figure(String word, Bound bound, double largest) {
    this.word = word;
    this.bound = bound;
    this.largest = largest;
  }

  /// Which way a limit of it goes: what is better when it is more must be at least something.
  public Bound bound() {
    return bound;
  }

  /// Whether a limit can be missed and can be met: no figure is less than 0.
  public boolean isWithin(double limit) {
    return bound == Bound.AT_LEAST ? limit > 0 && limit <= largest : limit >= 0 && limit < largest;
  }

  /// As policies write it.
  public String word() {
    return word;
  }

  public static Optional<Figure> of(String word) {
    return Arrays.stream(values()).filter(figure -> figure.word.equals(word)).findFirst();
  }
}
