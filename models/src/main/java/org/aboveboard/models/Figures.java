package org.aboveboard.models;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How well ranked lists guessed what was held out.
///
/// Recall@K: hits over the most that were possible. NDCG@K: hits discounted by `log2(rank + 1)`,
/// over the same sum for a perfect list. Hit@10: whether there was any hit.
public record Figures(
    double recall20, double recall50, double ndcg100, double ndcg10, double hit10) {

  /// The figures of one ranked list.
  public static Figures of(List<Integer> ranked, Row heldOut) {
    boolean hit = ranked.stream().limit(10).anyMatch(heldOut::has);
    return new Figures(
        recall(ranked, heldOut, 20),
        recall(ranked, heldOut, 50),
        ndcg(ranked, heldOut, 100),
        ndcg(ranked, heldOut, 10),
        hit ? 1 : 0);
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
        mean(all, Figures::hit10));
  }

  private static double mean(Collection<Figures> all, ToDoubleFunction<Figures> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }
}
