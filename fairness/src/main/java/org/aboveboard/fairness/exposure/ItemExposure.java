package org.aboveboard.fairness.exposure;

import java.util.Arrays;
import org.aboveboard.fairness.Figure;

/// The exposure of every item of the catalogue: E_i = Σ over the lists of the weight of its place.
public final class ItemExposure {
  private final double[] amounts;

  private ItemExposure(double[] amounts) {
    this.amounts = amounts;
  }

  /// Adds up lists of the items 0 to `items − 1`, each best first.
  public static ItemExposure of(int items, Iterable<int[]> lists, PositionWeights weights) {
    var amounts = new double[items];
    for (var list : lists) {
      for (int r = 0; r < list.length; r++) {
        if (list[r] < 0 || list[r] >= items) {
          throw new IllegalArgumentException(
              "item "
                  + list[r]
                  + " is not in a catalogue of "
                  + items
                  + ": number the items from 0");
        }
        amounts[list[r]] += weights.at(r + 1);
      }
    }
    return new ItemExposure(amounts);
  }

  public double of(int item) {
    return amounts[item];
  }

  /// A copy, one per item.
  public double[] amounts() {
    return amounts.clone();
  }

  /// The exposure of each group.
  public Split by(ItemGroups groups) {
    return groups.split(amounts);
  }

  /// E(G): the exposure of a group per item of it.
  public Figure mean(ItemGroups groups, String group) {
    return Figure.ratio(by(groups).amount(group), groups.catalogue().amount(group));
  }

  /// IAA, the inequity of amortized attention: Σ |A_i/ΣA − R_i/ΣR| of attention and relevance
  /// (Biega, Gummadi & Weikum 2018). 0 is equitable, 2 the most there can be.
  public Figure iaa(double... relevance) {
    if (relevance.length != amounts.length || !Arrays.stream(relevance).allMatch(r -> r >= 0)) {
      throw new IllegalArgumentException("each item has one relevance, which is 0 or more");
    }
    double attention = Arrays.stream(amounts).sum();
    double claims = Arrays.stream(relevance).sum();
    if (attention == 0 || claims == 0) {
      return Figure.none(Figure.Why.NOTHING);
    }
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += Math.abs(amounts[i] / attention - relevance[i] / claims);
    }
    return Figure.of(sum);
  }
}
