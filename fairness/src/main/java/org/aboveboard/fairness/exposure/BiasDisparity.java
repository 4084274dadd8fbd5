package org.aboveboard.fairness.exposure;

import org.aboveboard.fairness.Figure;

/// How much more than before a group of people is given a category (Tsintzou, Pitoura & Tsaparas
/// 2018). The preference is B(G, C) = P(C|G) / P(C): 1 where a group has as much of a category as
/// the catalogue has.
///
/// @param category the category C
/// @param catalogue how many items each category has
public record BiasDisparity(String category, Split catalogue) {

  /// B: how much a group prefers the category, from what it took or was given by category.
  public Figure preference(Split ofGroup) {
    return new Disparity(ofGroup, catalogue).of(category);
  }

  /// BD = (B_R − B_S) / B_S: 0 where recommendations keep what the group's own acts show.
  public Figure of(Split taken, Split given) {
    var source = preference(taken);
    var result = preference(given);
    if (source instanceof Figure.Value(double s) && result instanceof Figure.Value(double r)) {
      return Figure.ratio(r - s, s);
    }
    return source instanceof Figure.None ? source : result;
  }
}
