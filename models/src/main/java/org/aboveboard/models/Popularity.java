package org.aboveboard.models;

import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;

/// The ranker that gives everybody the same: an item scores how many rows hold it.
public final class Popularity implements Ranker {
  private final Corpus corpus;
  private final int[] items;

  private Popularity(Corpus corpus) {
    this.corpus = corpus;
    this.items = corpus.head(Integer.MAX_VALUE);
  }

  /// Counts the rows.
  public static Popularity of(Collection<Row> rows) {
    var corpus = new Corpus();
    rows.forEach(corpus::add);
    return new Popularity(corpus);
  }

  @Override
  public List<Scored> recommend(Row row, int n, IntPredicate allowed) {
    var best = new Best(n);
    for (int item : items) {
      double count = base(item);
      if (best.wants(item, count) && allowed.test(item)) {
        best.keep(item, count);
      }
    }
    return best.list();
  }

  @Override
  public double base(int item) {
    return corpus.holders(item);
  }

  @Override
  public List<Term> contributions(Row row, int item) {
    return List.of();
  }
}
