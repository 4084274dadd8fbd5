package org.aboveboard.fairness.decision;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.LongStream;

/// Whether no group is selected at less than four fifths of the rate of another: the rule of thumb
/// of the Uniform Guidelines on Employee Selection Procedures (29 CFR 1607.4 D, 1978).
///
/// It is decided in whole numbers, so that exactly four fifths is four fifths.
public enum FourFifths {
  HOLDS,
  BROKEN,
  /// There are fewer than two groups, an empty one, or nobody was selected.
  UNKNOWN;

  private static final Comparator<Selection> BY_RATE = (one, other) -> compare(1, one, 1, other);

  static FourFifths of(Selections selections) {
    if (selections.demographicParityRatio().known().isEmpty()) {
      return UNKNOWN;
    }
    var lowest = selections.byGroup().values().stream().min(BY_RATE).orElseThrow();
    var highest = selections.byGroup().values().stream().max(BY_RATE).orElseThrow();
    return compare(5, lowest, 4, highest) >= 0 ? HOLDS : BROKEN;
  }

  /// So many times the rate of one, against so many times that of the other.
  private static int compare(long times, Selection one, long otherTimes, Selection other) {
    return product(times, one.selected(), other.people())
        .compareTo(product(otherTimes, other.selected(), one.people()));
  }

  private static BigInteger product(long... factors) {
    return LongStream.of(factors)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
