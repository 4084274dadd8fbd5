package org.aboveboard.server.vault;

import org.aboveboard.policy.Personal;

/// What came of one person's lists, by any measure.
///
/// @param subject the person's number
@Personal
public record Outcome(long subject, double value) {
  @Override
  public String toString() {
    return "Outcome";
  }
}
