package org.aboveboard.server.learn;

import org.aboveboard.models.Row;
import org.aboveboard.policy.Personal;

/// What one subject adds to the model: a number and a row of numbers.
@Personal
record Learnable(long subject, Row row) {
  @Override
  public String toString() {
    return "Learnable";
  }
}
