package org.aboveboard.fairness.exposure;

import java.util.List;
import java.util.stream.IntStream;

/// How much attention a place in a list gets. Places are counted from 1.
public sealed interface PositionWeights {
  /// The weight of this place.
  double at(int rank);

  /// As DCG has it: 1 / log2(1 + rank).
  record Log() implements PositionWeights {
    @Override
    public double at(int rank) {
      return Math.log(2) / Math.log(1.0 + checked(rank));
    }
  }

  /// A reader goes on to the next place with the same probability each time: γ^(rank − 1).
  record Geometric(double patience) implements PositionWeights {
    public Geometric {
      if (!(patience > 0 && patience < 1)) {
        throw new IllegalArgumentException("patience lies between 0 and 1, such as .85");
      }
    }

    @Override
    public double at(int rank) {
      return Math.pow(patience, checked(rank) - 1);
    }
  }

  /// What was measured, such as the rate of clicks by place.
  record Measured(List<Double> rates) implements PositionWeights {
    public Measured {
      rates = List.copyOf(rates);
      if (!rates.stream().allMatch(rate -> Double.isFinite(rate) && rate >= 0)
          || rates.stream().noneMatch(rate -> rate > 0)) {
        throw new IllegalArgumentException("rates are 0 or more, and one at least is more");
      }
    }

    @Override
    public double at(int rank) {
      if (checked(rank) > rates.size()) {
        throw new IllegalArgumentException(
            "place " + rank + " was not measured: cut the lists to " + rates.size() + " places");
      }
      return rates.get(rank - 1);
    }
  }

  static PositionWeights log() {
    return new Log();
  }

  /// The patience that LensKit has.
  static PositionWeights geometric() {
    return new Geometric(.85);
  }

  static PositionWeights measured(double... rates) {
    return new Measured(IntStream.range(0, rates.length).mapToObj(i -> rates[i]).toList());
  }

  /// The weights of the places 1 to n.
  default double[] first(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(this::at).toArray();
  }

  private static int checked(int rank) {
    if (rank < 1) {
      throw new IllegalArgumentException("places are counted from 1, and there is no " + rank);
    }
    return rank;
  }
}
