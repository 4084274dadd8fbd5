package org.aboveboard.policy.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How many lines cross between two neighbouring lanes.
///
/// Two lines cross when they begin in one order and end in the other. So the lines are sorted by
/// where they begin, and the inversions of where they end are counted in a tree of sums: W. Barth,
/// P. Mutzel, M. Jünger, *Simple and Efficient Bilayer Cross Counting*, Journal of Graph Algorithms
/// and Applications 8(2), 2004. Lines that share an end do not cross.
final class Crossings {
  private Crossings() {}

  /// A line between two places, each counted from the top of its lane.
  record Line(int begins, int ends) {}

  static long count(List<Line> lines) {
    var sorted = lines.stream().distinct().toArray(Line[]::new);
    Arrays.sort(sorted, Comparator.comparingInt(Line::begins).thenComparingInt(Line::ends));
    int places = lines.stream().mapToInt(Line::ends).max().orElse(-1) + 1;
    var sums = new int[places + 1];
    var crossings = 0L;
    for (int i = 0; i < sorted.length; i++) {
      crossings += i - upTo(sums, sorted[i].ends());
      add(sums, sorted[i].ends());
    }
    return crossings;
  }

  /// How many of those so far end at this place or above it.
  private static int upTo(int[] sums, int place) {
    var sum = 0;
    for (int i = place + 1; i > 0; i -= Integer.lowestOneBit(i)) {
      sum += sums[i];
    }
    return sum;
  }

  private static void add(int[] sums, int place) {
    for (int i = place + 1; i < sums.length; i += Integer.lowestOneBit(i)) {
      sums[i]++;
    }
  }
}
