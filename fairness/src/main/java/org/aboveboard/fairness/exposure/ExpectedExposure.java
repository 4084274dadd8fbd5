package org.aboveboard.fairness.exposure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The exposure that each item is expected to get from a ranker that may draw lots, against the
/// exposure it should get: as much as every other item of the same relevance (Diaz et al. 2020).
///
/// EEL = ‖ε − ε*‖², the loss, is EED − EER + ‖ε*‖².
public final class ExpectedExposure {
  private final double[] system;
  private final double[] target;

  private ExpectedExposure(double[] system, double[] target) {
    this.system = system;
    this.target = target;
  }

  /// @param system ε, the mean exposure of each item over the rankings that were drawn
  /// @param target ε*, the exposure that each should have
  public static ExpectedExposure of(double[] system, double[] target) {
    if (system.length != target.length
        || !IntStream.range(0, system.length)
            .allMatch(i -> Double.isFinite(system[i]) && Double.isFinite(target[i]))) {
      throw new IllegalArgumentException("each item has one exposure and one target");
    }
    return new ExpectedExposure(system.clone(), target.clone());
  }

  /// ε*: items of the same relevance share alike the places that they take up when all are sorted
  /// by relevance.
  public static double[] target(int[] relevance, PositionWeights weights) {
    var same = new TreeMap<Integer, Integer>(Comparator.reverseOrder());
    Arrays.stream(relevance).forEach(grade -> same.merge(grade, 1, Integer::sum));
    var shares = new HashMap<Integer, Double>();
    int better = 0;
    for (var grade : same.entrySet()) {
      int last = better + grade.getValue();
      double sum = IntStream.rangeClosed(better + 1, last).mapToDouble(weights::at).sum();
      shares.put(grade.getKey(), sum / grade.getValue());
      better = last;
    }
    return Arrays.stream(relevance).mapToDouble(grade -> shares.getOrDefault(grade, 0.0)).toArray();
  }

  /// EEL, the expected exposure loss: 0 is best.
  public double eel() {
    return IntStream.range(0, system.length)
        .mapToDouble(i -> system[i] - target[i])
        .map(difference -> difference * difference)
        .sum();
  }

  /// EED, the expected exposure disparity: how unevenly exposure falls, whatever is relevant.
  public double eed() {
    return IntStream.range(0, system.length).mapToDouble(i -> system[i] * system[i]).sum();
  }

  /// EER, the expected exposure relevance: how much of it falls where it should, twice.
  public double eer() {
    return 2 * IntStream.range(0, system.length).mapToDouble(i -> system[i] * target[i]).sum();
  }
}
