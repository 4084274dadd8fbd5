package org.aboveboard.fairness.loop;

import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;

/// By how much one account moves the score of an item, exactly and without training again.
///
/// In a linear item-item model with the inverse P = (XᵀX + λI)⁻¹, a history u scores item j with −Σ
/// uᵢPᵢⱼ/Pⱼⱼ over its items other than j (Steck, WWW 2019). Without the account's row x, P becomes
/// P + ppᵀ/(1 − h), where p = Px and h = xᵀPx (Sherman & Morrison 1950), so four numbers are
/// enough.
///
/// @param along Σ uᵢPᵢⱼ over the items of the history other than j
/// @param diagonal Pⱼⱼ
/// @param historyTerm Σ uᵢpᵢ over the same items
/// @param itemTerm pⱼ
/// @param leverage h, at least 0 and less than 1
public record Influence(
    double along, double diagonal, double historyTerm, double itemTerm, double leverage) {
  public Influence {
    if (!(leverage >= 0 && leverage < 1 && diagonal > 0)
        || !Double.isFinite(along + diagonal + historyTerm + itemTerm)) {
      throw new IllegalArgumentException(
          "a leverage is at least 0 and less than 1, a diagonal more than 0: take them of one model");
    }
  }

  /// The score as it is.
  public double score() {
    return -along / diagonal;
  }

  /// The score without the account.
  public double scoreWithout() {
    double grown = itemTerm / (1 - leverage);
    return -(along + historyTerm * grown) / (diagonal + itemTerm * grown);
  }

  /// What the account adds to the score.
  public Figure onScore() {
    return Figure.of(score() - scoreWithout());
  }

  /// The places of accounts, the one that adds most to the item first.
  public static List<Integer> ranked(List<Influence> accounts) {
    var added = accounts.stream().mapToDouble(one -> one.score() - one.scoreWithout()).toArray();
    return IntStream.range(0, added.length)
        .boxed()
        .sorted((one, other) -> Double.compare(added[other], added[one]))
        .toList();
  }
}
