package org.aboveboard.fairness.quality;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;

/// What every test of groups needs first.
final class Groups {
  private static final double MOST = 1e100;

  private Groups() {}

  /// Why these groups cannot be tested: there are fewer than two, or one has fewer people than a
  /// test needs.
  static Optional<Figure.Why> missing(Collection<Sample> groups, int people) {
    if (groups.stream()
        .flatMapToDouble(g -> Arrays.stream(g.values()))
        .anyMatch(v -> Math.abs(v) > MOST)) {
      throw new IllegalArgumentException(
          "values above " + MOST + " have squares without bounds: measure in larger units");
    }
    if (groups.size() < 2) {
      return Optional.of(Figure.Why.ONE_GROUP);
    }
    return groups.stream().anyMatch(group -> group.size() < people)
        ? Optional.of(Figure.Why.TOO_FEW)
        : Optional.empty();
  }

  static boolean areConstant(Collection<Sample> groups) {
    return groups.stream()
            .flatMapToDouble(group -> Arrays.stream(group.values()))
            .distinct()
            .limit(2)
            .count()
        < 2;
  }

  static boolean isConstant(Sample group) {
    return Arrays.stream(group.values()).distinct().limit(2).count() < 2;
  }

  /// The mean of a group that is known to have somebody; of equal values it is that value.
  static double mean(Sample group) {
    return isConstant(group) ? group.get(0) : mean(group.values());
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /// The variance with n − 1; of equal values it is exactly 0, whatever rounding does to the mean.
  static double variance(Sample group) {
    return isConstant(group) ? 0 : group.variance().known().orElseThrow();
  }
}
