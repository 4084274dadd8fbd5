package org.aboveboard.models;

import java.util.List;

/// Chooses the neighbours of items and weighs them, from the integers alone.
final class ColumnFit {
  private final Neighbours rule;
  private final Pairs pairs;

  ColumnFit(Neighbours rule, Pairs pairs) {
    this.rule = rule;
    this.pairs = pairs;
  }

  /// What an item's own cell is turned into for [#affinity]; strict, so that it is the same on any
  /// machine.
  static double damp(Neighbours rule, int own) {
    return switch (rule) {
      case ItemKnn _ -> Math.sqrt(own);
      case LocalRidge local -> StrictMath.pow(own, local.damping());
    };
  }

  /// How much one item is wanted as a neighbour of another.
  double affinity(int both, int from, int to) {
    return affinity(both, pairs.damped(from), pairs.damped(to));
  }

  private double affinity(int both, double from, double to) {
    return switch (rule) {
      case ItemKnn _ -> both / (from * to);
      case LocalRidge _ -> both / from;
    };
  }

  /// Fits several columns into `fitted`, at the places of their items.
  void fit(int[] items, int begin, int end, Column[] fitted) {
    var solve = solve();
    for (int k = begin; k < end; k++) {
      fitted[k] = fit(items[k], solve);
    }
  }

  /// How the weights of chosen neighbours come about.
  private interface Weigh {
    double[] weights(int item, int[] from);
  }

  private Weigh solve() {
    return switch (rule) {
      case ItemKnn _ -> this::cosines;
      case LocalRidge local -> new LocalSolve(local, pairs, Kernel.best())::weights;
    };
  }

  private double[] cosines(int item, int[] from) {
    Counts cells = pairs.of(item);
    double[] cosines = new double[from.length];
    for (int k = 0; k < from.length; k++) {
      cosines[k] = affinity(cells.get(from[k]), from[k], item);
    }
    return cosines;
  }

  private Column fit(int item, Weigh weigh) {
    var best = new Best(rule.neighbours());
    Counts cells = pairs.of(item);
    double own = pairs.damped(item);
    cells.forEach((other, both) -> {
      if (other != item) {
        double affinity = affinity(both, pairs.damped(other), own);
        if (best.wants(other, affinity)) {
          best.keep(other, affinity);
        }
      }
    });
    List<Scored> chosen = best.list();
    int[] from = chosen.stream().mapToInt(Scored::item).sorted().toArray();
    Scored last = chosen.isEmpty() ? new Scored(item, 0) : chosen.getLast();
    return new Column(from, weigh.weights(item, from), last, from.length < cells.size() - 1);
  }
}
