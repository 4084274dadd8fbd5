package org.aboveboard.models;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How well ranked lists guessed what was held out.
///
/// Recall@K: hits over the most that were possible. NDCG@K: hits discounted by `log2(rank + 1)`,
/// over the same sum for a perfect list. Hit@10: whether there was any hit. Reciprocal rank: one
/// over the place of the first hit, zero if it is not among the first 100; its mean is the MRR.
public record Figures(
    double recall20,
    double recall50,
    double ndcg100,
    double ndcg10,
    double hit10,
    double reciprocalRank) {
  private static final int LONGEST = 100;

  /// The figures of one ranked list; refuses a person of whom nothing was held out.
  public static Figures of(List<Integer> ranked, Row heldOut) {
    if (heldOut.size() == 0) {
      throw new IllegalArgumentException("nothing is held out; leave such people out");
    }
    boolean hit = ranked.stream().limit(10).anyMatch(heldOut::has);
    return new Figures(
        recall(ranked, heldOut, 20),
        recall(ranked, heldOut, 50),
        ndcg(ranked, heldOut, 100),
        ndcg(ranked, heldOut, 10),
        hit ? 1 : 0,
        reciprocalRank(ranked, heldOut));
  }

  private static double reciprocalRank(List<Integer> ranked, Row heldOut) {
    for (int rank = 1; rank <= Math.min(LONGEST, ranked.size()); rank++) {
      if (heldOut.has(ranked.get(rank - 1))) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  private static double recall(List<Integer> ranked, Row heldOut, int k) {
    long hits = ranked.stream().limit(k).filter(heldOut::has).count();
    return (double) hits / Math.min(k, heldOut.size());
  }

  private static double ndcg(List<Integer> ranked, Row heldOut, int k) {
    double gained = 0;
    double ideal = 0;
    for (int rank = 1; rank <= k; rank++) {
      double worth = Math.log(2) / Math.log(rank + 1.0);
      gained += rank <= ranked.size() && heldOut.has(ranked.get(rank - 1)) ? worth : 0;
      ideal += rank <= heldOut.size() ? worth : 0;
    }
    return gained / ideal;
  }

  /// The mean over people; zeros for nobody.
  static Figures mean(Collection<Figures> all) {
    return new Figures(
        mean(all, Figures::recall20),
        mean(all, Figures::recall50),
        mean(all, Figures::ndcg100),
        mean(all, Figures::ndcg10),
        mean(all, Figures::hit10),
        mean(all, Figures::reciprocalRank));
  }

  private static double mean(Collection<Figures> all, ToDoubleFunction<Figures> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }
}
