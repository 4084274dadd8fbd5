package org.aboveboard.server.vault;

import java.util.List;
import org.aboveboard.policy.Personal;

/// Outcomes by what their people answered, in the order in which they came; those of people who did
/// not answer are left out.
///
/// @param coverage how many of the people answered at all, to be told beside whatever is shown
@Personal
public record Sorted(List<Told> told, Coverage coverage) {
  public Sorted {
    told = List.copyOf(told);
  }

  /// One outcome.
  ///
  /// @param person a number drawn for this sorting alone: the same for all outcomes of one person,
  ///   and nothing that leads to anybody
  /// @param answer the id of what they answered
  @Personal
  public record Told(long person, String answer, double value) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  /// How many of some people answered.
  public record Coverage(long answered, long people) {
    /// The part of them, from 0 to 1; 0 of nobody.
    public double share() {
      return people == 0 ? 0 : (double) answered / people;
    }
  }

  @Override
  public String toString() {
    return "Sorted";
  }
}
