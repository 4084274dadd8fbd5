package org.aboveboard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The model as it was published once; it never changes, and any number of threads may read it.
///
/// Where the catalogue is larger than what is modelled densely, the most held items are the head;
/// the others are the tail, which gives and gets no contributions and is ordered by how many rows
/// hold it.
public final class Snapshot implements Ranker {
  private final long version;
  private final Index head;
  private final Weights weights;
  private final int[][] holders;
  private final Index tail;
  private final int[] tailHolders;

  Snapshot(
      long version, Index head, Weights weights, int[][] holders, Index tail, int[] tailHolders) {
    this.version = version;
    this.head = head;
    this.weights = weights;
    this.holders = holders;
    this.tail = tail;
    this.tailHolders = tailHolders;
  }

  /// The model of no rows.
  public static Snapshot empty(long version) {
    var none = new Index(new int[0]);
    var nothing = new Weights(new double[0][], Terms.none(), Settings.of(1));
    return new Snapshot(version, none, nothing, new int[0][], none, new int[0]);
  }

  /// The same model on other weights of the same bits.
  Snapshot on(Weights others) {
    return new Snapshot(version, head, others, holders, tail, tailHolders);
  }

  /// The number it was published under.
  public long version() {
    return version;
  }

  /// How many items it knows, in head and tail.
  public int items() {
    return head.size() + tail.size();
  }

  /// How many items are modelled densely.
  public int modelled() {
    return head.size();
  }

  /// Whether the item is one of those.
  public boolean models(int item) {
    return head.slot(item) >= 0;
  }

  /// Whether a tail of items is answered by counts alone.
  public boolean isHeadOnly() {
    return tail.size() > 0;
  }

  /// Whether at least one row holds the item.
  public boolean knows(int item) {
    return count(item) > 0;
  }

  /// How many rows hold the item.
  public long count(int item) {
    int slot = head.slot(item);
    if (slot >= 0) {
      return holders[slot][slot];
    }
    int place = tail.slot(item);
    return place < 0 ? 0 : tailHolders[place];
  }

  /// How many rows hold both items, as far as both are modelled; what a reason rests on.
  public long support(int a, int b) {
    int i = head.slot(a);
    int j = head.slot(b);
    return i < 0 || j < 0 ? 0 : holders[Math.max(i, j)][Math.min(i, j)];
  }

  /// The best `n` allowed items for a row: highest score first, equal scores by ascending item
  /// number.
  ///
  /// Tail items score zero; they come before what scores zero or less, the most held first. A row
  /// of which nothing is modelled is answered by counts throughout.
  @Override
  public List<Scored> recommend(Row row, int n, IntPredicate allowed) {
    if (!isModelled(row)) {
      return unscored(n, allowed);
    }
    return withTail(best(scores(row), n, allowed), n, allowed);
  }

  private boolean isModelled(Row row) {
    return IntStream.range(0, row.size()).anyMatch(k -> models(row.item(k)));
  }

  private double[] scores(Row row) {
    double[] scores = new double[head.size()];
    double[] scratch = new double[head.size()];
    for (int k = 0; k < row.size(); k++) {
      int slot = head.slot(row.item(k));
      if (slot >= 0) {
        weights.addTerms(row.weight(k), slot, scores, scratch);
      }
    }
    return scores;
  }

  /// The place, from one, of a modelled item among all that is allowed.
  int rank(Row row, int item, IntPredicate allowed) {
    if (!isModelled(row)) {
      return 1 + unscored(items(), allowed).stream().map(Scored::item).toList().indexOf(item);
    }
    double[] scores = scores(row);
    double score = scores[head.slot(item)];
    int above = 0;
    for (int slot = 0; slot < scores.length; slot++) {
      int other = head.item(slot);
      boolean better = scores[slot] > score || (scores[slot] == score && other < item);
      above += better && allowed.test(other) ? 1 : 0;
    }
    IntStream overtaking = score > 0 ? IntStream.empty() : IntStream.range(0, tail.size());
    return above + 1 + (int) overtaking.filter(place -> allowed.test(tail.item(place))).count();
  }

  private List<Scored> best(double[] scores, int n, IntPredicate allowed) {
    var best = new Best(n);
    for (int slot = 0; slot < scores.length; slot++) {
      int item = head.item(slot);
      if (best.wants(item, scores[slot]) && allowed.test(item)) {
        best.keep(item, scores[slot]);
      }
    }
    return best.list();
  }

  private List<Scored> withTail(List<Scored> scored, int n, IntPredicate allowed) {
    if (!isHeadOnly()) {
      return scored;
    }
    List<Scored> list = new ArrayList<>(scored.stream().filter(s -> s.score() > 0).toList());
    for (int place = 0; place < tail.size() && list.size() < n; place++) {
      if (allowed.test(tail.item(place))) {
        list.add(new Scored(tail.item(place), 0));
      }
    }
    scored.stream().filter(s -> s.score() <= 0).limit(n - list.size()).forEach(list::add);
    return list;
  }

  private List<Scored> unscored(int n, IntPredicate allowed) {
    return popular(n, allowed).stream().map(s -> new Scored(s.item(), 0)).toList();
  }

  @Override
  public double base(int item) {
    return 0;
  }

  /// What each own item adds to the score of `item`, in row order.
  ///
  /// Own items that are not modelled, and the item itself, add nothing and are left out.
  @Override
  public List<Term> contributions(Row row, int item) {
    int target = head.slot(item);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < row.size() && target >= 0; k++) {
      int own = head.slot(row.item(k));
      if (own >= 0 && own != target) {
        terms.add(new Term(row.item(k), weights.term(row.weight(k), own, target)));
      }
    }
    return terms;
  }

  /// The items that go best with an item, for the context of a visit.
  public List<Scored> neighbours(int item, int n, IntPredicate allowed) {
    return recommend(Row.of(item), n, other -> other != item && allowed.test(other));
  }

  /// The items that most rows hold; the score is that count.
  public List<Scored> popular(int n, IntPredicate allowed) {
    var best = new Best(n);
    for (int slot = 0; slot < head.size(); slot++) {
      offer(best, head.item(slot), holders[slot][slot], allowed);
    }
    for (int place = 0; place < tail.size(); place++) {
      offer(best, tail.item(place), tailHolders[place], allowed);
    }
    return best.list();
  }

  private static void offer(Best best, int item, int count, IntPredicate allowed) {
    if (best.wants(item, count) && allowed.test(item)) {
      best.keep(item, count);
    }
  }

  Index head() {
    return head;
  }

  Weights weights() {
    return weights;
  }
}
