package org.aboveboard.policy;

import java.time.LocalDate;
import java.util.Map;

/// An impact assessment, and exactly what it looked at.
///
/// @param of the digest of each purpose's meaning that was assessed; another meaning makes it stale
/// @param by the role that answers for it
/// @param until the last day on which it counts
public record Assessment(
    String id,
    Text label,
    Text conclusion,
    Map<String, String> of,
    String by,
    LocalDate on,
    LocalDate until,
    Outcome outcome) {

  public Assessment {
    of = Map.copyOf(of);
  }

  /// What an assessment found.
  public enum Outcome {
    ACCEPTABLE,
    NOT_ACCEPTABLE
  }

  /// Whether it looked at this very meaning of a purpose and found it acceptable.
  public boolean clears(Purpose purpose) {
    return outcome == Outcome.ACCEPTABLE && purpose.digest().equals(of.get(purpose.id()));
  }

  /// Whether it is about a purpose, in whatever meaning.
  public boolean isAbout(Purpose purpose) {
    return of.containsKey(purpose.id());
  }
}
