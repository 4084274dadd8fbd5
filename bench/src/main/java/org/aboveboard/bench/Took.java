package org.aboveboard.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// How long many things took, in nanoseconds, and how many there were in a second.
final class Took {
  private final long[] sorted;
  private final double seconds;

  private Took(long[] sorted, double seconds) {
    this.sorted = sorted;
    this.seconds = seconds;
  }

  static Took of(Collection<long[]> parts, double seconds) {
    return new Took(parts.stream().flatMapToLong(Arrays::stream).sorted().toArray(), seconds);
  }

  double seconds() {
    return seconds;
  }

  int count() {
    return sorted.length;
  }

  private double perSecond() {
    return sorted.length / seconds;
  }

  /// The quantile, in milliseconds.
  private double at(double quantile) {
    int place = (int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
    return sorted.length == 0 ? Double.NaN : sorted[place] / 1e6;
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%,9.0f /s; ms: p50 %8.2f p90 %8.2f p99 %8.2f max %8.2f; of %,d",
        perSecond(),
        at(0.5),
        at(0.9),
        at(0.99),
        at(1),
        sorted.length);
  }
}
