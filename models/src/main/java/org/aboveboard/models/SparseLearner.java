package org.aboveboard.models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A model of neighbours that learns and forgets exactly: integer counts, and after a change of
/// rows the columns that it touches fitted again.
///
/// A column follows from the counts of its item, of its neighbours and of what might become one. So
/// after rows changed, an item's column is fitted again if the item is in one of them, if a
/// neighbour is, or if an item in one of them would now be chosen as a neighbour. All others would
/// get the bits they have. Hence the published model is, bit for bit, the one fitted from scratch
/// on the rows that are in, for any number of threads (the counts are those of Schelter's
/// "Amnesia", CIDR 2020). There is no square matrix.
public final class SparseLearner implements Incremental {
  private static final int CHUNK = 16;

  private final Crew crew;
  private final Corpus corpus = new Corpus();
  private final Pairs pairs;
  private final ColumnFit fit;
  private final Map<Integer, Column> columns = new HashMap<>();
  private final Set<Integer> touched = new HashSet<>();
  private int refitted;

  /// A learner that has seen nothing.
  public SparseLearner(Neighbours rule, int threads) {
    this.crew = new Crew(threads);
    this.pairs = new Pairs(own -> ColumnFit.damp(rule, own));
    this.fit = new ColumnFit(rule, pairs);
  }

  @Override
  public void replace(Row before, Row after) {
    if (before.equals(after)) {
      return;
    }
    pairs.check(after);
    if (!corpus.remove(before)) {
      throw new IllegalArgumentException("the row to replace is not in the model");
    }
    corpus.add(after);
    pairs.add(before, -1);
    pairs.add(after, 1);
    before.stream().forEach(touched::add);
    after.stream().forEach(touched::add);
  }

  @Override
  public SparseModel publish(long version) {
    int[] dirty = dirty();
    Column[] fitted = new Column[dirty.length];
    int chunks = (dirty.length + CHUNK - 1) / CHUNK;
    crew.share(
        0, chunks, c -> fit.fit(dirty, c * CHUNK, Math.min(dirty.length, (c + 1) * CHUNK), fitted));
    for (int k = 0; k < dirty.length; k++) {
      columns.put(dirty[k], fitted[k]);
    }
    columns.keySet().removeIf(item -> pairs.of(item).size() == 0);
    refitted = dirty.length;
    touched.clear();
    int[] items = pairs.items();
    return new SparseModel(
        version, items, Arrays.stream(items).mapToObj(columns::get).toArray(Column[]::new));
  }

  private int[] dirty() {
    Set<Integer> dirty = new HashSet<>();
    for (int item : touched) {
      Counts cells = pairs.of(item);
      if (cells.size() > 0) {
        dirty.add(item);
      }
      cells.forEach((other, both) -> {
        if (!touched.contains(other) && concerns(item, other, both)) {
          dirty.add(other);
        }
      });
    }
    return dirty.stream().mapToInt(item -> item).sorted().toArray();
  }

  private boolean concerns(int changed, int item, int both) {
    Column column = columns.get(item);
    return column == null
        || column.place(changed) >= 0
        || column.wants(changed, fit.affinity(both, changed, item));
  }

  /// How many columns the last publication fitted.
  public int refitted() {
    return refitted;
  }
}
