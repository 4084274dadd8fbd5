package org.aboveboard.fairness.correct;

import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.stability.Rbo;

/// A ranking put right: the new order, of every item how far it moved and why, and what that costs.
///
/// @param before all candidates as the model ranks them
/// @param items the new order, which may be shorter
public record Reranked(Ranking before, List<Placed> items) {
  public Reranked {
    items = List.copyOf(items);
  }

  /// An item in its new place.
  ///
  /// @param from its place in the model's ranking, counted from 1
  /// @param to its place now
  public record Placed(Candidate candidate, int from, int to, Move move) {
    /// How many places it moved: above 0 is up.
    public int places() {
      return from - to;
    }
  }

  /// The numbers of the items, in the new order.
  public List<Integer> order() {
    return items.stream().map(placed -> placed.candidate().item()).toList();
  }

  /// The groups of the items, in the new order.
  public List<String> groups() {
    return items.stream().map(placed -> placed.candidate().group()).toList();
  }

  /// 1 − NDCG of the new list, with the model's scores as gains (Järvelin & Kekäläinen 2002): 0 is
  /// no loss. Where scores are below zero, all are counted from the lowest.
  public Figure utilityLoss() {
    double best = dcg(before.candidates().subList(0, items.size()));
    double now = dcg(items.stream().map(Placed::candidate).toList());
    return Figure.ratio(best - now, best);
  }

  /// How many pairs of items changed their order: as many swaps of neighbours make the new list out
  /// of the old, items not shown left out (Kendall 1938).
  public long swaps() {
    return IntStream.range(0, items.size())
        .mapToLong(i -> IntStream.range(0, i).filter(j -> from(j) > from(i)).count())
        .sum();
  }

  /// How alike the new list is to the model's of the same length.
  public Figure rbo(double p) {
    var model = before.candidates().stream().limit(items.size()).mapToInt(Candidate::item);
    return new Rbo(p).of(model.toArray(), order().stream().mapToInt(i -> i).toArray());
  }

  private int from(int place) {
    return items.get(place).from();
  }

  private double dcg(List<Candidate> list) {
    double lowest = list.isEmpty() ? 0 : Math.min(0, before.candidates().getLast().score());
    return IntStream.range(0, list.size())
        .mapToDouble(r -> (list.get(r).score() - lowest) * PositionWeights.log().at(r + 1))
        .sum();
  }
}
