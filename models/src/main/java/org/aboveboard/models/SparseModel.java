package org.aboveboard.models;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// A model of neighbours as it was published once; it never changes, and any number of threads may
/// read it.
///
/// What has no neighbour in a row scores zero.
public final class SparseModel implements Ranker {
  private final long version;
  private final int[] items;
  private final Counts places = new Counts();
  private final Column[] columns;
  private final int[][] to;
  private final double[][] given;

  /// The columns of these items, ascending.
  SparseModel(long version, int[] items, Column[] columns) {
    this.version = version;
    this.items = items;
    this.columns = columns;
    this.to = new int[items.length][];
    this.given = new double[items.length][];
    for (int place = 0; place < items.length; place++) {
      places.add(items[place], place + 1);
    }
    transpose();
  }

  /// Lists by neighbour, beside the columns, whom it gives what.
  private void transpose() {
    int[] sizes = new int[items.length];
    for (Column column : columns) {
      for (int k = 0; k < column.size(); k++) {
        sizes[place(column.from(k))]++;
      }
    }
    for (int i = 0; i < items.length; i++) {
      to[i] = new int[sizes[i]];
      given[i] = new double[sizes[i]];
    }
    for (int j = items.length - 1; j >= 0; j--) {
      for (int k = 0; k < columns[j].size(); k++) {
        int i = place(columns[j].from(k));
        sizes[i]--;
        to[i][sizes[i]] = j;
        given[i][sizes[i]] = columns[j].weight(k);
      }
    }
  }

  private int place(int item) {
    return places.get(item) - 1;
  }

  /// The number it was published under.
  public long version() {
    return version;
  }

  /// The items it knows, ascending.
  public int[] items() {
    return items.clone();
  }

  @Override
  public List<Scored> recommend(Row row, int n, IntPredicate allowed) {
    double[] scores = scores(row);
    var best = new Best(n);
    for (int j = 0; j < scores.length; j++) {
      if (best.wants(items[j], scores[j]) && allowed.test(items[j])) {
        best.keep(items[j], scores[j]);
      }
    }
    return best.list();
  }

  private double[] scores(Row row) {
    double[] scores = new double[items.length];
    for (int k = 0; k < row.size(); k++) {
      int own = place(row.item(k));
      for (int t = 0; own >= 0 && t < to[own].length; t++) {
        scores[to[own][t]] += row.weight(k) * given[own][t];
      }
    }
    return scores;
  }

  @Override
  public double base(int item) {
    return 0;
  }

  @Override
  public List<Term> contributions(Row row, int item) {
    int target = place(item);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < row.size() && target >= 0; k++) {
      int place = columns[target].place(row.item(k));
      if (place >= 0) {
        terms.add(new Term(row.item(k), row.weight(k) * columns[target].weight(place)));
      }
    }
    return terms;
  }

  /// SHA-256 over all that scores follow from, big-endian: the number of items, then for each item,
  /// ascending, its number, how many neighbours it has, and each of these, ascending, with its
  /// weight.
  public byte[] digest() {
    MessageDigest digest = Sha256.begin();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(items.length).flip());
    for (int j = 0; j < items.length; j++) {
      Column column = columns[j];
      var buffer = ByteBuffer.allocate(2 * Integer.BYTES + 12 * column.size());
      buffer.putInt(items[j]).putInt(column.size());
      for (int k = 0; k < column.size(); k++) {
        buffer.putInt(column.from(k)).putDouble(column.weight(k));
      }
      digest.update(buffer.flip());
    }
    return digest.digest();
  }

  /// Whether another model has the same items and the same bits in every column.
  boolean isSame(SparseModel other) {
    boolean same = Arrays.equals(items, other.items);
    for (int j = 0; j < items.length && same; j++) {
      same = columns[j].isSame(other.columns[j]);
    }
    return same;
  }
}
