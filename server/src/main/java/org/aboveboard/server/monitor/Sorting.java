package org.aboveboard.server.monitor;

import java.util.List;
import org.aboveboard.policy.Personal;
import org.aboveboard.policy.Segment;

/// Sorts outcomes by what people told of themselves, where that is kept. Who told nothing is left
/// out, and what comes back names nobody.
public interface Sorting {
  /// The outcomes of those who are in the segment, in the order in which they were given.
  List<Sorted> sort(Segment segment, List<Outcome> outcomes);

  /// What became of what somebody was shown.
  ///
  /// @param value from 0 to 1
  @Personal
  record Outcome(long subject, double value) {
    @Override
    public String toString() {
      return "Outcome";
    }
  }

  /// An outcome of somebody with this answer.
  record Sorted(String answer, double value) {}

  /// Where nothing is kept of anybody.
  static Sorting ofNothing() {
    return (_, _) -> List.of();
  }
}
