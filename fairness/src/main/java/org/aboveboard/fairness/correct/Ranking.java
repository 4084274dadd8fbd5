package org.aboveboard.fairness.correct;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The candidates as the model ranks them: best first, equal ones in the order they came.
public record Ranking(List<Candidate> candidates) {
  public Ranking {
    candidates =
        candidates.stream()
            .sorted(Comparator.comparingDouble(Candidate::score).reversed())
            .toList();
    var seen = new HashSet<Integer>();
    for (var candidate : candidates) {
      if (!seen.add(candidate.item())) {
        throw new IllegalArgumentException("item " + candidate.item() + " stands twice");
      }
    }
  }

  public static Ranking of(Candidate... candidates) {
    return new Ranking(List.of(candidates));
  }

  public int size() {
    return candidates.size();
  }

  public Candidate get(int place) {
    return candidates.get(place);
  }

  /// The best score less the worst.
  public double spread() {
    return candidates.isEmpty() ? 0 : candidates.getFirst().score() - candidates.getLast().score();
  }
}
