package org.aboveboard.fairness.correct;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Why an item stands where it stands.
public sealed interface Move {

  /// It is ranked by a score that is the model's with these adjustments added.
  record Scored(double score, List<Adjustment> adjustments) implements Move {
    public Scored {
      adjustments = List.copyOf(adjustments);
    }

    /// The score it is ranked by, added up in the order of the adjustments.
    public double rankedBy() {
      double sum = score;
      for (var adjustment : adjustments) {
        sum += adjustment.amount();
      }
      return sum;
    }
  }

  /// It stands higher, as its group must have `minimum` of the first `prefix` places, and it is the
  /// one that makes them so many.
  record Lifted(Rule rule, int prefix, int minimum) implements Move {}

  /// It stands lower, as items of these groups were lifted over it.
  record GaveWay(Rule rule, SortedSet<String> to) implements Move {
    public GaveWay {
      to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
    }
  }

  /// It stands where the model had it.
  record Kept() implements Move {}
}
