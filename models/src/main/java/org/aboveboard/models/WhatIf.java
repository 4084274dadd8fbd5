package org.aboveboard.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What would change it: own items whose removal takes a recommended item out of the list.
///
/// All single own items are tried, then all pairs of those that do not do it alone; every answer is
/// confirmed by scoring the shorter row again. The model's weights stay as they are.
public final class WhatIf {
  private static final double ROUNDING = 1e-9;
  private static final int MANY = Integer.MAX_VALUE / 2;

  static final Comparator<Change> SMALLEST_FIRST =
      Comparator.<Change>comparingInt(change -> change.without().size())
          .thenComparing(Comparator.comparingInt(Change::rankAfter).reversed());

  private final Snapshot model;
  private final Row row;
  private final int n;
  private final IntPredicate allowed;
  private final Rivals rivals;
  private final List<Integer> shown;

  private WhatIf(Snapshot model, Row row, int item, int n, IntPredicate allowed) {
    this.model = model;
    this.row = row;
    this.n = n;
    this.allowed = allowed;
    this.rivals = new Rivals(model, row, item, allowed);
    this.shown = items(row).boxed().toList();
  }

  /// A set of own items and what leaving it out does: the item's rank before and after, and the
  /// first item that comes into the list in its stead.
  public record Change(List<Integer> without, int rankBefore, int rankAfter, int instead) {}

  /// The changes that take `item` out of the first `n` allowed items, smaller sets first, then
  /// those that push it furthest; none if it is not among them.
  public static List<Change> of(Snapshot model, Row row, int item, int n, IntPredicate allowed) {
    boolean canAnswer = model.models(item) && allowed.test(item) && n > 0;
    return canAnswer ? new WhatIf(model, row, item, n, allowed).changes(item) : List.of();
  }

  private List<Change> changes(int item) {
    int before = rank(row, item);
    List<Change> changes = new ArrayList<>();
    if (before > n) {
      return changes;
    }
    int[] own = rivals.own();
    boolean[] alone = new boolean[own.length];
    for (int a = 0; a < own.length; a++) {
      alone[a] = rivals.above(a, a) >= n && confirm(changes, item, before, own[a]);
    }
    int[] others = IntStream.range(0, own.length).filter(a -> !alone[a]).toArray();
    for (int a = 0; a < others.length; a++) {
      for (int b = a + 1; b < others.length; b++) {
        if (rivals.above(others[a], others[b]) >= n) {
          confirm(changes, item, before, own[others[a]], own[others[b]]);
        }
      }
    }
    changes.sort(SMALLEST_FIRST);
    return changes;
  }

  /// Scores again without these own items, and notes the change if the item is out.
  private boolean confirm(List<Change> changes, int item, int before, int... without) {
    Row shorter = row;
    for (int own : without) {
      shorter = shorter.without(own);
    }
    int after = rank(shorter, item);
    if (after <= n) {
      return false;
    }
    int instead =
        items(shorter)
            .filter(other -> shown.stream().noneMatch(now -> now == other))
            .findFirst()
            .orElse(item);
    changes.add(new Change(Arrays.stream(without).boxed().toList(), before, after, instead));
    return true;
  }

  private IntStream items(Row of) {
    return model.recommend(of, n, allowed).stream().mapToInt(Scored::item);
  }

  private int rank(Row of, int item) {
    return model.rank(of, item, allowed);
  }

  /// The allowed items that could come to stand above the item once two own items are gone.
  private static final class Rivals {
    private final int[] own;
    private final double[] lead;
    private final double[][] gain;
    private final double[] given;
    private final double score;
    private final boolean hasTail;

    Rivals(Snapshot model, Row row, int item, IntPredicate allowed) {
      Weights weights = model.weights();
      int target = model.head().slot(item);
      int[] places =
          IntStream.range(0, row.size())
              .filter(k -> model.models(row.item(k)) && row.item(k) != item)
              .toArray();
      this.own = Arrays.stream(places).map(row::item).toArray();
      double[][] all = new double[own.length][model.modelled()];
      double[] scores = new double[model.modelled()];
      double[] scratch = new double[model.modelled()];
      for (int a = 0; a < own.length; a++) {
        weights.addTerms(row.weight(places[a]), model.head().slot(own[a]), all[a], scratch);
        add(all[a], scores);
      }
      int[] rivals =
          IntStream.range(0, scores.length)
              .filter(j -> j != target && couldPass(all, scores, target, j))
              .filter(j -> allowed.test(model.head().item(j)))
              .toArray();
      this.lead = Arrays.stream(rivals).mapToDouble(j -> scores[target] - scores[j]).toArray();
      this.score = scores[target];
      this.given = Arrays.stream(all).mapToDouble(terms -> terms[target]).toArray();
      this.hasTail = model.isHeadOnly();
      this.gain = new double[own.length][];
      for (int a = 0; a < own.length; a++) {
        double[] terms = all[a];
        gain[a] = Arrays.stream(rivals).mapToDouble(j -> terms[target] - terms[j]).toArray();
      }
    }

    private static void add(double[] terms, double[] scores) {
      for (int j = 0; j < scores.length; j++) {
        scores[j] += terms[j];
      }
    }

    /// Whether the two removals that would help `j` most could lift it to the target.
    private static boolean couldPass(double[][] all, double[] scores, int target, int j) {
      double first = 0;
      double second = 0;
      for (double[] terms : all) {
        double gain = terms[target] - terms[j];
        second = Math.max(second, Math.min(first, gain));
        first = Math.max(first, gain);
      }
      return scores[target] - scores[j] - first - second <= ROUNDING;
    }

    /// Whether the item may fall to where the tail, which scores zero, comes before it.
    private boolean fallsToTail(int a, int b) {
      double left = score - given[a] - (a == b ? 0 : given[b]);
      return hasTail && left <= ROUNDING;
    }

    int[] own() {
      return own;
    }

    /// How many stand above or level once own items `a` and `b` are gone; `a` twice means it alone.
    int above(int a, int b) {
      int count = fallsToTail(a, b) ? MANY : 0;
      double[] gainA = gain[a];
      double[] gainB = gain[b];
      for (int j = 0; j < lead.length; j++) {
        double left = lead[j] - gainA[j] - (a == b ? 0 : gainB[j]);
        count += left <= ROUNDING ? 1 : 0;
      }
      return count;
    }
  }
}
