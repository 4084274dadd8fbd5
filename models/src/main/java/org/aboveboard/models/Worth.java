package org.aboveboard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What one signal is worth: how well is guessed with all signals, and with all but this one.
///
/// Both are person by person, in the order in which the people were given, so that differences can
/// be paired. Whoever has nothing left without the signal counts as well: that is part of its
/// worth.
///
/// @param signal its name
/// @param with figures with all signals
/// @param without figures with all others
public record Worth(String signal, List<Figures> with, List<Figures> without) {
  /// Keeps copies.
  public Worth {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /// What one signal tells: a row for each person who is learnt from, and one for each who is
  /// guessed for; the empty row for whoever it tells nothing of.
  public record Signal(String name, List<Row> learnt, List<Row> told) {
    /// Keeps copies.
    public Signal {
      learnt = List.copyOf(learnt);
      told = List.copyOf(told);
    }
  }

  /// The mean of NDCG@100 that is lost without the signal; below zero if it does harm.
  public double ndcg100() {
    return Figures.mean(with).ndcg100() - Figures.mean(without).ndcg100();
  }

  /// Leaves out each signal in turn. Where several tell of an item, the largest weight counts. What
  /// any signal told is a candidate in no run, so that runs differ in the data alone.
  ///
  /// @param heldOut what is to be guessed, for each person who is told of
  /// @param fit makes a ranker of rows
  public static List<Worth> of(
      List<Signal> signals, List<Row> heldOut, Function<List<Row>, Ranker> fit) {
    long names = signals.stream().map(Signal::name).distinct().count();
    if (signals.size() < 2 || names < signals.size()) {
      throw new IllegalArgumentException("give at least two signals, each with its own name");
    }
    signals.forEach(signal -> fits(signal, signals.getFirst(), heldOut));
    List<Row> told = together(signals.stream().map(Signal::told).toList());
    List<Figures> with = figures(signals, told, heldOut, fit);
    List<Worth> worths = new ArrayList<>();
    for (Signal signal : signals) {
      List<Signal> others =
          signals.stream().filter(other -> !other.name().equals(signal.name())).toList();
      worths.add(new Worth(signal.name(), with, figures(others, told, heldOut, fit)));
    }
    return worths;
  }

  private static void fits(Signal signal, Signal first, List<Row> heldOut) {
    boolean isWhole =
        signal.learnt().size() == first.learnt().size()
            && signal.told().size() == heldOut.size()
            && !heldOut.isEmpty();
    if (!isWhole) {
      throw new IllegalArgumentException(
          "signal " + signal.name() + " must have a row for each person, empty where it is silent");
    }
  }

  private static List<Figures> figures(
      List<Signal> signals, List<Row> hidden, List<Row> heldOut, Function<List<Row>, Ranker> fit) {
    Ranker ranker = fit.apply(together(signals.stream().map(Signal::learnt).toList()));
    List<Row> told = together(signals.stream().map(Signal::told).toList());
    List<Figures> figures = new ArrayList<>();
    for (int person = 0; person < told.size(); person++) {
      Row known = hidden.get(person);
      List<Scored> list = ranker.recommend(told.get(person), 100, item -> !known.has(item));
      figures.add(Figures.of(list.stream().map(Scored::item).toList(), heldOut.get(person)));
    }
    return figures;
  }

  private static List<Row> together(List<List<Row>> signals) {
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < signals.getFirst().size(); person++) {
      SortedMap<Integer, Integer> largest = new TreeMap<>();
      for (List<Row> signal : signals) {
        Row row = signal.get(person);
        for (int k = 0; k < row.size(); k++) {
          largest.merge(row.item(k), row.weight(k), Math::max);
        }
      }
      rows.add(
          Row.of(
              largest.keySet().stream().mapToInt(item -> item).toArray(),
              largest.values().stream().mapToInt(weight -> weight).toArray()));
    }
    return rows;
  }
}
