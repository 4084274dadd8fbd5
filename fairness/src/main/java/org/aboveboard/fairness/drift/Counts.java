package org.aboveboard.fairness.drift;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Refuses counts that cannot be compared, and makes shares of the others.
final class Counts {
  private Counts() {}

  static void comparable(long[] before, long[] now) {
    if (before.length != now.length) {
      throw new IllegalArgumentException(
          "the same bins are needed before and now, not " + before.length + " and " + now.length);
    }
    if (LongStream.concat(LongStream.of(before), LongStream.of(now)).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
  }

  static double total(long[] counts) {
    return LongStream.of(counts).asDoubleStream().sum();
  }

  /// Shares, with `more` added to each count.
  static double[] shares(long[] counts, double more) {
    double total = total(counts) + more * counts.length;
    return IntStream.range(0, counts.length)
        .mapToDouble(bin -> (counts[bin] + more) / total)
        .toArray();
  }
}
