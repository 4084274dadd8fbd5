package org.aboveboard.server.seen;

import java.time.Instant;
import java.util.Optional;

/// Something that staff have to look at; it ends by itself when its cause is gone or declared.
public record Alarm(String cause, String what, Instant raised, Optional<Instant> ended) {
  public boolean isOpen() {
    return ended.isEmpty();
  }
}
