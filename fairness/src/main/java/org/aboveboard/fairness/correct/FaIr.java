package org.aboveboard.fairness.correct;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.stream.IntStream;
import org.aboveboard.fairness.exposure.FaIrTable;

/// FA*IR re-ranking (Zehlike et al. 2017): takes the best candidate each time, unless the protected
/// group would then have fewer places than the test of the table asks for; then the best protected.
/// Within the protected, and within the others, the model's order stays.
///
/// Where there are too few protected candidates the others follow; [FaIrTable#isFair] then says so.
///
/// @param table how many protected each prefix must have
/// @param protectedGroup the name of the protected group
public record FaIr(FaIrTable table, String protectedGroup) {

  /// The first places, as many as the table has or as there are candidates.
  public Reranked rerank(Ranking ranking) {
    var isProtected = new ArrayDeque<Integer>();
    var others = new ArrayDeque<Integer>();
    IntStream.range(0, ranking.size())
        .forEach(i -> (isProtected(ranking.get(i)) ? isProtected : others).add(i));
    var order = new ArrayList<ByPrefix.Entry>();
    int count = 0;
    for (int k = 1; k <= Math.min(table.minima().size(), ranking.size()); k++) {
      boolean isCalled = count < table.at(k) && !isProtected.isEmpty();
      boolean isForProtected = isCalled || isBetter(isProtected, others);
      int next = isForProtected ? isProtected.remove() : others.remove();
      count += isForProtected ? 1 : 0;
      order.add(new ByPrefix.Entry(next + 1, ranking.get(next), k, table.at(k)));
    }
    return ByPrefix.explained(ranking, Rule.FA_IR, order);
  }

  private boolean isProtected(Candidate candidate) {
    return candidate.group().equals(protectedGroup);
  }

  private static boolean isBetter(Deque<Integer> some, Deque<Integer> others) {
    return !some.isEmpty() && (others.isEmpty() || some.element() < others.element());
  }
}
