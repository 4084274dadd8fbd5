package org.aboveboard.server.access;

import java.time.Instant;
import java.util.Optional;

/// What a shop vouches for when it asks for a subject's token.
public record SubjectClaims(String subject, boolean minor, Optional<Instant> authTime) {
  @Override
  public String toString() {
    return "SubjectClaims";
  }
}
