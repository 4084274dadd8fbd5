package org.aboveboard.models.leak;

import java.util.List;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;

/// How well those whom a model was fitted on are told from others, by how high it scores each of
/// their items from the rest of them (after Shokri et al., "Membership Inference Attacks against
/// Machine Learning Models", 2017; a threshold on one statistic, as Yeom et al., 2018).
///
/// @param auc the area under the ROC curve; 0.5 is guessing
/// @param members the mean of the statistic over those the model was fitted on
/// @param others its mean over the others
public record Membership(double auc, double members, double others) {
  /// Attacks a model with rows it was fitted on and rows it never saw.
  public static Membership of(Ranker ranker, List<Row> members, List<Row> others) {
    double[] in = members.stream().mapToDouble(row -> statistic(ranker, row)).toArray();
    double[] out = others.stream().mapToDouble(row -> statistic(ranker, row)).toArray();
    return new Membership(Auc.of(in, out), mean(in), mean(out));
  }

  /// The mean score of an item of a row from the other items of it; refuses a row without items.
  public static double statistic(Ranker ranker, Row row) {
    if (row.size() == 0) {
      throw new IllegalArgumentException("a row is empty; leave such people out");
    }
    double sum = 0;
    for (int k = 0; k < row.size(); k++) {
      sum += ranker.score(row.without(row.item(k)), row.item(k));
    }
    return sum / row.size();
  }

  /// How much higher the statistic of a row is on a model with it than on a model without it; zero
  /// if these are one and the same.
  public static double advantage(Ranker with, Ranker without, Row row) {
    return statistic(with, row) - statistic(without, row);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
