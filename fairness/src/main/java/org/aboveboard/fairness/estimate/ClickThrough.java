package org.aboveboard.fairness.estimate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;

/// How often what was shown was clicked, by a position or by a feature.
///
/// @param shown how often it was shown
/// @param clicks how often it was clicked
public record ClickThrough(long shown, long clicks) {
  public ClickThrough {
    if (clicks < 0 || clicks > shown) {
      throw new IllegalArgumentException(
          "of " + shown + " impressions, " + clicks + " cannot have been clicked");
    }
  }

  public Figure rate() {
    return Figure.ratio((double) clicks, (double) shown);
  }

  /// Counts impressions by what they have in common.
  public static final class Table {
    private final TreeMap<String, ClickThrough> rows = new TreeMap<>();

    /// Empty.
    public Table() {}

    public void add(String key, boolean isClicked) {
      rows.merge(key, new ClickThrough(1, isClicked ? 1 : 0), Table::sum);
    }

    public SortedMap<String, ClickThrough> rows() {
      return new TreeMap<>(rows);
    }

    private static ClickThrough sum(ClickThrough some, ClickThrough more) {
      return new ClickThrough(some.shown + more.shown, some.clicks + more.clicks);
    }
  }
}
