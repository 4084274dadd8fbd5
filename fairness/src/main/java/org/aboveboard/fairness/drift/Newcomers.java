package org.aboveboard.fairness.drift;

import java.util.Map;
import java.util.Set;
import org.aboveboard.fairness.Figure;

/// Which share of what comes now was not there before, or is not known.
public final class Newcomers {
  private Newcomers() {}

  /// The share of counts that fall to names which are not among those known before.
  public static Figure share(Set<String> before, Map<String, Long> now) {
    if (now.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    double fresh =
        now.entrySet().stream()
            .filter(one -> !before.contains(one.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return Figure.ratio(fresh, now.values().stream().mapToDouble(Long::doubleValue).sum());
  }

  /// The share of values that are missing.
  public static Figure unknown(long missing, long all) {
    if (missing < 0 || missing > all) {
      throw new IllegalArgumentException(
          "of " + all + " values, " + missing + " cannot be missing");
    }
    return Figure.ratio((double) missing, (double) all);
  }
}
