package org.aboveboard.fairness.variety;

import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;

/// How little known the items of a list are, from how many of the people chose each item (Vargas &
/// Castells 2011). EPC and EFD weigh each place, and each item by how relevant it is.
public final class Novelty {
  private final long people;
  private final long[] chosenBy;

  private Novelty(long people, long[] chosenBy) {
    this.people = people;
    this.chosenBy = chosenBy;
  }

  /// @param people how many people there are
  /// @param chosenBy how many of them chose each of the items 0, 1, 2 and so on
  public static Novelty of(long people, long... chosenBy) {
    if (!LongStream.of(chosenBy).allMatch(count -> count >= 0 && count <= people)) {
      throw new IllegalArgumentException(
          "an item is chosen by 0 people or more, and never by more than all");
    }
    return new Novelty(people, chosenBy.clone());
  }

  /// Novelty, the mean self-information: the mean over a list of −log2 of the share of people who
  /// chose the item (Zhou et al. 2010). None where nobody chose one of them, as that share has no
  /// logarithm.
  public Figure selfInformation(int... list) {
    return bits(list, people, _ -> 1, _ -> 1);
  }

  /// EPC, the expected popularity complement: the share of people who did not choose the item.
  public Figure epc(PositionWeights weights, IntToDoubleFunction relevance, int... list) {
    return people == 0
        ? Figure.none(Figure.Why.NOTHING)
        : expected(list, weights::at, relevance, count -> 1 - count / (double) people);
  }

  /// EFD, the expected free discovery: −log2 of the item's share of all that was chosen.
  public Figure efd(PositionWeights weights, IntToDoubleFunction relevance, int... list) {
    return bits(list, LongStream.of(chosenBy).sum(), weights::at, relevance);
  }

  private Figure bits(
      int[] list, long all, IntToDoubleFunction weights, IntToDoubleFunction relevance) {
    return IntStream.of(list).anyMatch(item -> chosenBy(item) == 0)
        ? Figure.none(Figure.Why.NO_SUPPORT)
        : expected(list, weights, relevance, count -> Math.log((double) all / count) / Math.log(2));
  }

  private Figure expected(
      int[] list,
      IntToDoubleFunction weights,
      IntToDoubleFunction relevance,
      LongToDoubleFunction novelty) {
    double sum = 0;
    double norm = 0;
    for (int r = 0; r < list.length; r++) {
      double weight = weights.applyAsDouble(r + 1);
      sum += weight * relevance.applyAsDouble(list[r]) * novelty.applyAsDouble(chosenBy(list[r]));
      norm += weight;
    }
    return norm == 0 ? Figure.none(Figure.Why.NOTHING) : Figure.of(sum / norm);
  }

  private long chosenBy(int item) {
    if (item < 0 || item >= chosenBy.length) {
      throw new IllegalArgumentException(
          "it is not known how many chose item "
              + item
              + ": give a count for each of the catalogue");
    }
    return chosenBy[item];
  }
}
