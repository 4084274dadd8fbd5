package org.aboveboard.server.correct;

import java.time.Instant;
import java.util.Optional;

/// A change that the server may not make by itself, and proposes.
public record Proposal(String cause, String what, Instant raised, Optional<Instant> ended) {
  public boolean isOpen() {
    return ended.isEmpty();
  }
}
