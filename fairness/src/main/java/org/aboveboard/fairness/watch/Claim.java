package org.aboveboard.fairness.watch;

/// What is doubted: the null hypothesis about the means of two groups.
///
/// It is about each next pair given the past, so the means may move as long as they move together.
public sealed interface Claim {
  /// The two means differ by at most the tolerance. In production no two means are ever equal, so
  /// that without a tolerance every alarm comes in the end.
  record Within(double tolerance) implements Claim {
    public Within {
      if (!(tolerance >= 0 && tolerance < 1)) {
        throw new IllegalArgumentException(
            "a tolerance is at least 0 and less than 1, not " + tolerance);
      }
    }
  }

  /// The mean of the second is at least this share of the mean of the first.
  record AtLeast(double share) implements Claim {
    public AtLeast {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("a share is more than 0 and at most 1, not " + share);
      }
    }
  }

  static Claim equal() {
    return new Within(0);
  }

  /// The four-fifths rule of the Uniform Guidelines on Employee Selection Procedures (1978).
  static Claim fourFifths() {
    return new AtLeast(0.8);
  }
}
