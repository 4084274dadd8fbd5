package org.aboveboard.server.simulate;

import java.util.List;

/// What a simulation found, as the file that machines read.
///
/// @param format names this shape
/// @param corrects whether the policy declares anything that puts lists right
/// @param sides two runs of the same scenario, which differ in one thing
public record Simulation(String format, Scenario scenario, boolean corrects, List<Side> sides) {
  static final String FORMAT = "aboveboard-simulation@v1";

  public Simulation {
    sides = List.copyOf(sides);
  }

  /// One run.
  ///
  /// @param name how it differs from the other
  public record Side(String name, List<Round> rounds) {
    public Side {
      rounds = List.copyOf(rounds);
    }

    Round first() {
      return rounds.getFirst();
    }

    Round last() {
      return rounds.getLast();
    }
  }

  public Side one() {
    return sides.getFirst();
  }

  public Side other() {
    return sides.getLast();
  }
}
