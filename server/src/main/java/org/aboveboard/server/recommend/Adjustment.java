package org.aboveboard.server.recommend;

import org.aboveboard.server.correct.Rules;
import org.aboveboard.server.correct.Step;

/// What is added to a score that is not about the person, by name.
///
/// @param about the group of providers it was done for; empty where it was for nobody
/// @param places how many places the item moved up for it
public record Adjustment(String name, String about, int places, double value) {
  /// How many people did something with the item within the surface's window.
  public static final String POPULAR = "popular";

  /// How well the item goes with the one that is being looked at.
  public static final String CONTEXT = "context";

  /// Its place in the shop's own order.
  public static final String EDITORIAL = "editorial";

  /// One that moved nothing.
  public Adjustment(String name, double value) {
    this(name, "", 0, value);
  }

  /// Says that the list is for comparison.
  static Adjustment heldOut() {
    return new Adjustment(Rules.HOLDOUT, 0);
  }

  static Adjustment of(Step step) {
    return new Adjustment(step.rule(), step.about(), step.places(), step.amount());
  }
}
