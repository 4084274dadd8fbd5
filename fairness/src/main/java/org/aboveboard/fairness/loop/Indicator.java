package org.aboveboard.fairness.loop;

/// What a loop of recommending and learning moves (Mansoury et al., CIKM 2020; Chaney et al.,
/// RecSys 2018).
public enum Indicator {
  /// How unequally items are shown.
  GINI,
  /// The average popularity of what is recommended (ARP).
  POPULARITY,
  /// The share of the catalogue that is shown at all.
  COVERAGE,
  /// How many categories, in bits, a person sees on average.
  CATEGORY_ENTROPY,
  /// How much two people have in common on average.
  HOMOGENISATION
}
