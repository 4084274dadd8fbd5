package org.aboveboard.server.correct;

import org.aboveboard.models.Row;
import org.aboveboard.policy.Personal;

/// Whose list it is, under which purpose, and what they did.
@Personal
public record Whose(long subject, String purpose, Row own) {
  @Override
  public String toString() {
    return "Whose";
  }
}
