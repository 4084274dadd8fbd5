package org.aboveboard.policy.map;

import java.util.Locale;

/// What a box of the data map stands for.
public enum Kind {
  EVENT(Lane.COLLECTED),
  /// A question to volunteers.
  SEGMENT(Lane.COLLECTED),
  CATEGORY(Lane.KEPT),
  PURPOSE(Lane.USED),
  MODEL(Lane.MODEL),
  SURFACE(Lane.SEEN),
  VENDOR(Lane.SEEN);

  private final Lane lane;

  Kind(Lane lane) {
    this.lane = lane;
  }

  public Lane lane() {
    return lane;
  }

  /// As it stands in data: `event`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The id on the map of a declared thing, unlike that of any other kind of thing.
  public String box(String id) {
    return word() + "-" + id;
  }
}
