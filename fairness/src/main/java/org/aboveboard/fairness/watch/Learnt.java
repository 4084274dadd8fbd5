package org.aboveboard.fairness.watch;

/// What a bettor has learnt, as it is saved: its next stake, and sums over the pairs seen.
public record Learnt(double stake, double weight, double sum, double squares) {
  static final Learnt NOTHING = new Learnt(0, 0, 0, 0);

  public Learnt {
    Unit.finite(stake, weight, sum, squares);
  }
}
