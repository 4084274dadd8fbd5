package org.aboveboard.server.recommend;

/// What is added to a score that is not about the person, by name.
public record Adjustment(String name, double value) {
  /// How many people did something with the item within the surface's window.
  public static final String POPULAR = "popular";

  /// How well the item goes with the one that is being looked at.
  public static final String CONTEXT = "context";

  /// Its place in the shop's own order.
  public static final String EDITORIAL = "editorial";
}
