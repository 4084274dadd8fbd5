package org.aboveboard.fairness.correct;

/// An item that could be shown: its number, its group and the score that the model gave it.
public record Candidate(int item, String group, double score) {
  public Candidate {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "item " + item + " has the score " + score + ": leave out what was not scored");
    }
  }
}
