package org.aboveboard.fairness.drift;

import java.util.Arrays;
import org.aboveboard.fairness.Sample;

/// Bins of equal share of a first sample, into which later ones are counted.
public final class Bins {
  private final double[] edges;

  private Bins(double[] edges) {
    this.edges = edges;
  }

  /// Equal values lie in one bin, so there may be fewer bins than asked for.
  public static Bins ofEqualShare(Sample first, int bins) {
    if (bins < 2 || first.size() < bins) {
      throw new IllegalArgumentException(
          "2 bins or more are needed, and as many values: " + bins + " of " + first.size());
    }
    var sorted = first.values();
    Arrays.sort(sorted);
    var edges = new double[bins - 1];
    for (int edge = 1; edge < bins; edge++) {
      edges[edge - 1] = sorted[(int) ((long) edge * sorted.length / bins)];
    }
    return new Bins(Arrays.stream(edges).distinct().filter(edge -> edge > sorted[0]).toArray());
  }

  /// How many of the values lie in each bin; an edge belongs to the bin above it.
  public long[] count(Sample sample) {
    var counts = new long[edges.length + 1];
    for (double value : sample.values()) {
      int at = Arrays.binarySearch(edges, value);
      counts[at >= 0 ? at + 1 : -at - 1]++;
    }
    return counts;
  }
}
