package org.aboveboard.server.alarm;

import java.time.Instant;
import java.util.Optional;

/// Something that staff have to look at; it ends by itself when its cause is gone or declared.
///
/// @param cause the id of its cause
public record Alarm(String cause, String what, Instant raised, Optional<Instant> ended) {
  public boolean isOpen() {
    return ended.isEmpty();
  }

  /// What kind of thing it is about.
  public String kind() {
    return cause.substring(0, cause.indexOf(':'));
  }
}
