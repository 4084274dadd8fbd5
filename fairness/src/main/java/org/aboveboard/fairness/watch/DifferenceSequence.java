package org.aboveboard.fairness.watch;

/// A confidence sequence for the mean of one group less that of another.
public sealed interface DifferenceSequence {
  Interval interval();

  /// From pairs: their differences lie between −1 and 1, and are counted from 0 to 1. The narrower
  /// one.
  record Paired(ConfidenceSequence sequence) implements DifferenceSequence {
    public void see(double first, double second) {
      sequence.see((Unit.outcome(first) - Unit.outcome(second) + 1) / 2);
    }

    @Override
    public Interval interval() {
      return sequence.interval().stretched(-1, 1);
    }
  }

  /// From the values of each group as they come, without pairs: of two sequences with α/2 each.
  record Apart(ConfidenceSequence first, ConfidenceSequence second) implements DifferenceSequence {
    @Override
    public Interval interval() {
      return first.interval().minus(second.interval());
    }
  }
}
