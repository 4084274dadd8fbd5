package org.aboveboard.server.access;

import java.time.Instant;

/// A signed token that speaks for one subject until it runs out. Prints nothing.
public record SubjectToken(String token, Instant expiresAt) {
  @Override
  public String toString() {
    return "SubjectToken";
  }
}
