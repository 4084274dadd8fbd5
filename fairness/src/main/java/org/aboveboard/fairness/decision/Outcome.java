package org.aboveboard.fairness.decision;

/// What was decided about one person, and what was true of them. A person of whom the truth is not
/// known has no outcome: count their [Selection] instead.
public record Outcome(String group, boolean predicted, boolean actual) {
  public Outcome {
    if (group.isBlank()) {
      throw new IllegalArgumentException("name the group of each outcome, or leave it out");
    }
  }
}
