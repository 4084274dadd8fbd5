package org.aboveboard.server.consent;

import org.aboveboard.policy.Standing;
import org.aboveboard.server.subject.Subject;

/// A subject together with what they have said so far: what a decision needs and no more.
public record Known(Subject subject, Standing standing) {
  @Override
  public String toString() {
    return "Known";
  }
}
