package org.aboveboard.fairness.decision;

import java.util.stream.LongStream;
import org.aboveboard.fairness.Figure;

/// How decisions about people compare with what was true of them: the confusion matrix.
///
/// @param truePositives selected, and rightly so
/// @param falsePositives selected, and should not have been
/// @param falseNegatives not selected, and should have been
/// @param trueNegatives not selected, and rightly so
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
  static final Confusion NOTHING = new Confusion(0, 0, 0, 0);

  public Confusion {
    if (LongStream.of(truePositives, falsePositives, falseNegatives, trueNegatives)
        .anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
  }

  static Confusion of(boolean predicted, boolean actual) {
    return new Confusion(
        predicted && actual ? 1 : 0,
        predicted && !actual ? 1 : 0,
        !predicted && actual ? 1 : 0,
        !predicted && !actual ? 1 : 0);
  }

  /// The two together.
  public Confusion plus(Confusion more) {
    return new Confusion(
        Math.addExact(truePositives, more.truePositives),
        Math.addExact(falsePositives, more.falsePositives),
        Math.addExact(falseNegatives, more.falseNegatives),
        Math.addExact(trueNegatives, more.trueNegatives));
  }

  public long people() {
    return Math.addExact(predictedPositives(), predictedNegatives());
  }

  public Selection selection() {
    return new Selection(predictedPositives(), people());
  }

  public Figure rate(Rate rate) {
    return rate.of(this);
  }

  long positives() {
    return Math.addExact(truePositives, falseNegatives);
  }

  long negatives() {
    return Math.addExact(falsePositives, trueNegatives);
  }

  long predictedPositives() {
    return Math.addExact(truePositives, falsePositives);
  }

  long predictedNegatives() {
    return Math.addExact(falseNegatives, trueNegatives);
  }
}
