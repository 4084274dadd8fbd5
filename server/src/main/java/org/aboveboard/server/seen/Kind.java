package org.aboveboard.server.seen;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be noticed.
public enum Kind {
  /// An event was kept for a purpose: `event/purpose`.
  FLOW,
  /// A field of an event was kept: `event.field`.
  FIELD,
  /// Data was read for a purpose: `purpose/use` or `purpose/use/surface`.
  READ,
  /// An event came that nobody declared; it was dropped at the door.
  DROPPED_EVENT,
  /// A field came that nobody declared; it was dropped at the door.
  DROPPED_FIELD,
  /// A declared field came with a value that is not of its type or range; the value was dropped.
  DROPPED_VALUE,
  /// A connection to another machine was open: its address and port.
  EGRESS,
  /// When noticing began.
  BEGAN;

  /// As rows and data call it: `dropped-event`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether senders choose its names, so that there may be any number of them.
  public boolean isForeign() {
    return this == DROPPED_EVENT || this == DROPPED_FIELD;
  }

  /// Whether it came and was not kept.
  public boolean isDropped() {
    return isForeign() || this == DROPPED_VALUE;
  }

  static Optional<Kind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
