package org.aboveboard.policy.map;

import java.util.Locale;

/// A column of the data map; data flows from the first to the last.
public enum Lane {
  /// What comes in: events, and answers of volunteers.
  COLLECTED,
  /// As what it is kept: categories of data.
  KEPT,
  /// What it is used for: purposes.
  USED,
  /// What learns from it: models.
  MODEL,
  /// Where it is seen: surfaces, and vendors outside.
  SEEN;

  /// As it stands in data: `collected`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
