package org.aboveboard.fairness.decision;

import java.util.List;
import java.util.stream.IntStream;

/// The 18 people of three groups in the user guide of fairlearn, "Common fairness metrics".
final class Guide {
  private static final String ACTUAL = "011110101000111111";
  private static final String PREDICTED = "001011100111100110";
  private static final String GROUPS = "bbabbcccaacabccbcc";

  private Guide() {}

  static List<Outcome> outcomes() {
    return IntStream.range(0, GROUPS.length())
        .mapToObj(i ->
            new Outcome(
                GROUPS.substring(i, i + 1), PREDICTED.charAt(i) == '1', ACTUAL.charAt(i) == '1'))
        .toList();
  }

  static Decisions decisions() {
    return Decisions.count(outcomes().stream());
  }
}
