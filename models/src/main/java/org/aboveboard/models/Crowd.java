package org.aboveboard.models;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What people did on average, taken as one history: the score that items have for it, and what one
/// account has to do with that. The history is multiplied once. After that an account costs as much
/// as the things it did, squared, and once that is known, each item as much as those things.
public final class Crowd {
  private final Snapshot snapshot;
  private final double[] mean;
  private final double[] product;

  private Crowd(Snapshot snapshot, double[] mean) {
    this.snapshot = snapshot;
    this.mean = mean;
    this.product = product(snapshot.weights(), mean);
  }

  /// The crowd whose rows these are.
  public static Crowd of(Snapshot snapshot, List<Row> rows) {
    double[] mean = new double[snapshot.modelled()];
    for (Row row : rows) {
      for (int k = 0; k < row.size(); k++) {
        int slot = snapshot.head().slot(row.item(k));
        if (slot >= 0) {
          mean[slot] += (double) row.weight(k) / rows.size();
        }
      }
    }
    return new Crowd(snapshot, mean);
  }

  private static double[] product(Weights weights, double[] mean) {
    double[] product = new double[mean.length];
    double[] scratch = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double[] row = weights.inverse(i, scratch);
      for (int j = 0; j < mean.length && mean[i] != 0; j++) {
        product[j] += mean[i] * row[j];
      }
    }
    return product;
  }

  /// What one account has to do with the score of one item, in numbers of the inverse P of the
  /// model: for the crowd's history u without the item j, and the account's row x.
  ///
  /// @param along Σ uᵢPᵢⱼ
  /// @param diagonal Pⱼⱼ
  /// @param historyTerm Σ uᵢ(Px)ᵢ
  /// @param itemTerm (Px)ⱼ
  /// @param leverage xᵀPx
  public record Hold(
      double along, double diagonal, double historyTerm, double itemTerm, double leverage) {}

  /// The items that score best for the crowd, the best first.
  public List<Integer> best(int most) {
    Weights weights = snapshot.weights();
    double[] scores = new double[mean.length];
    Arrays.setAll(scores, j -> -along(j) / weights.inverse(j, j));
    return IntStream.range(0, mean.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer j) -> scores[j]).reversed())
        .limit(most)
        .map(snapshot.head()::item)
        .toList();
  }

  /// How much the model is an account's: xᵀPx.
  public double leverage(Row account) {
    double leverage = 0;
    for (int a = 0; a < account.size(); a++) {
      int i = snapshot.head().slot(account.item(a));
      leverage += i < 0 ? 0 : account.weight(a) * along(account, i);
    }
    return leverage;
  }

  /// @param leverage the account's
  /// @param item one that is modelled
  public Hold hold(Row account, double leverage, int item) {
    int j = snapshot.head().slot(item);
    double itemTerm = 0;
    double term = 0;
    for (int a = 0; a < account.size(); a++) {
      int i = snapshot.head().slot(account.item(a));
      if (i >= 0) {
        itemTerm += account.weight(a) * snapshot.weights().inverse(i, j);
        term += account.weight(a) * product[i];
      }
    }
    return new Hold(
        along(j), snapshot.weights().inverse(j, j), term - mean[j] * itemTerm, itemTerm, leverage);
  }

  private double along(int j) {
    return product[j] - mean[j] * snapshot.weights().inverse(j, j);
  }

  private double along(Row account, int i) {
    double sum = 0;
    for (int b = 0; b < account.size(); b++) {
      int other = snapshot.head().slot(account.item(b));
      sum += other < 0 ? 0 : account.weight(b) * snapshot.weights().inverse(i, other);
    }
    return sum;
  }
}
