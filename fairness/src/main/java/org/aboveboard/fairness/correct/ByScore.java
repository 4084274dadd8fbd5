package org.aboveboard.fairness.correct;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Ranks by the score that the adjustments make, and keeps them as the reason.
final class ByScore {
  private ByScore() {}

  /// An item with the place it had and what it is ranked by.
  record Entry(int from, Candidate candidate, Move.Scored move) {}

  /// Sorts by score; equal ones stay in the order of the model.
  static Reranked sorted(Ranking before, List<Entry> entries) {
    return inOrder(
        before,
        entries.stream()
            .sorted(Comparator.comparingDouble((Entry entry) -> entry.move().rankedBy()).reversed())
            .toList());
  }

  /// Takes the order as it is.
  static Reranked inOrder(Ranking before, List<Entry> entries) {
    return new Reranked(
        before,
        IntStream.range(0, entries.size())
            .mapToObj(to -> placed(entries.get(to), to + 1))
            .toList());
  }

  private static Reranked.Placed placed(Entry entry, int to) {
    return new Reranked.Placed(entry.candidate(), entry.from(), to, entry.move());
  }
}
