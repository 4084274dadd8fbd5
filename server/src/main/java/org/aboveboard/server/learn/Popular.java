package org.aboveboard.server.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.aboveboard.models.Scored;

/// What most people did something with lately; names nobody and knows nobody.
public final class Popular {
  private final List<Scored> ranked;

  Popular(Map<Integer, Long> counts) {
    this.ranked =
        counts.entrySet().stream()
            .map(entry -> new Scored(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::item))
            .toList();
  }

  /// The first `n` allowed items; the score is how many people.
  public List<Scored> first(int n, IntPredicate allowed) {
    return ranked.stream().filter(scored -> allowed.test(scored.item())).limit(n).toList();
  }
}
