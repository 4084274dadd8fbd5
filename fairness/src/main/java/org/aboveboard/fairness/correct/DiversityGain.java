package org.aboveboard.fairness.correct;

import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.fairness.variety.Similarity;

/// MMR, maximal marginal relevance (Carbonell & Goldstein 1998): an item loses its similarity to
/// the most similar one chosen.
///
/// @param weight λ
/// @param chosen the items chosen so far
public record DiversityGain(double weight, Similarity similarity, List<Integer> chosen)
    implements Gain {
  public DiversityGain {
    chosen = List.copyOf(chosen);
  }

  public DiversityGain(double weight, Similarity similarity) {
    this(weight, similarity, List.of());
  }

  @Override
  public Rule rule() {
    return Rule.DIVERSITY;
  }

  @Override
  public double of(int item) {
    double most = chosen.isEmpty() ? 0 : Double.NEGATIVE_INFINITY;
    for (int other : chosen) {
      most = Math.max(most, similarity.of(item, other));
    }
    return 0 - most;
  }

  @Override
  public Gain with(int item) {
    var more = Stream.concat(chosen.stream(), Stream.of(item)).toList();
    return new DiversityGain(weight, similarity, more);
  }
}
