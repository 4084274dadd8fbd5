package org.aboveboard.fairness.decision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.aboveboard.fairness.Figure;

/// The five unfairnesses of Yao and Huang (2017): how predicted ratings go wrong for one group as
/// against for all others, averaged over items.
///
/// An item that only one side has rated says nothing of a difference, so it is left out of the
/// first four.
public final class Unfairness {
  private final Side group = new Side();
  private final Side others = new Side();
  private final List<ItemErrors> items;

  private Unfairness(Collection<Rating> ratings) {
    var errors = new LinkedHashMap<String, ItemErrors>();
    for (var rating : ratings) {
      (rating.isInGroup() ? group : others).add(rating);
      errors.computeIfAbsent(rating.item(), _ -> new ItemErrors()).add(rating);
    }
    items = errors.values().stream().filter(ItemErrors::isOnBothSides).toList();
  }

  public static Unfairness of(Collection<Rating> ratings) {
    return new Unfairness(ratings);
  }

  /// Items that both sides have rated.
  public int items() {
    return items.size();
  }

  /// How far errors differ, with their sign: one side gets too much where the other does not.
  public Figure value() {
    return mean(item -> item.gap(Side::error));
  }

  /// How far the sizes of errors differ, whichever way they go.
  public Figure absolute() {
    return mean(item -> item.gap(side -> Math.abs(side.error())));
  }

  /// How far underestimation differs.
  public Figure under() {
    return mean(item -> item.gap(side -> Math.max(0, -side.error())));
  }

  /// How far overestimation differs.
  public Figure over() {
    return mean(item -> item.gap(side -> Math.max(0, side.error())));
  }

  /// How far the mean predictions differ, whatever is true.
  public Figure nonParity() {
    return group.isEmpty() || others.isEmpty()
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.of(Math.abs(group.predicted() - others.predicted()));
  }

  private Figure mean(ToDoubleFunction<ItemErrors> gap) {
    return items.isEmpty()
        ? Figure.none(Figure.Why.NO_SUPPORT)
        : Figure.of(items.stream().mapToDouble(gap).sum() / items.size());
  }
}
