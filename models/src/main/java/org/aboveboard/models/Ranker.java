package org.aboveboard.models;

import java.util.List;
import java.util.function.IntPredicate;

/// A model that ranks: a row in, the best items out, each with a score that is a sum.
///
/// Every item that the model knows competes for every list; none are sampled.
public interface Ranker {
  /// The best `n` allowed items for a row: highest score first, equal scores by ascending item
  /// number.
  List<Scored> recommend(Row row, int n, IntPredicate allowed);

  /// What an item scores for anybody, whatever their row.
  double base(int item);

  /// What own items add to the score of `item`, in row order; those that add nothing may be left
  /// out.
  List<Term> contributions(Row row, int item);

  /// The score of an item: its base and then its contributions from left to right, bit for bit.
  default double score(Row row, int item) {
    double sum = base(item);
    for (Term term : contributions(row, item)) {
      sum += term.value();
    }
    return sum;
  }
}
