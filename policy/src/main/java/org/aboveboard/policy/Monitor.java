package org.aboveboard.policy;

import java.time.Period;

/// A standing test of whether groups are treated alike, which may be looked at any time.
///
/// @param question what it answers
/// @param alpha the chance that it ever raises a false alarm
/// @param every the epoch: of each person one observation in each
/// @param closes how long after an epoch what came of it may still happen
/// @param owner the role that acts on its alarm
/// @param firstAction what they do first
public record Monitor(
    String id,
    Text question,
    Watches watches,
    String surface,
    Outcome outcome,
    Claim claim,
    double alpha,
    Period every,
    Period closes,
    String owner,
    Text firstAction) {

  /// Whose treatment is compared.
  public sealed interface Watches {
    /// The id of what it watches.
    String id();

    /// Groups of providers.
    record OfGroups(String id) implements Watches {}

    /// A segment of people.
    record OfSegment(String id) implements Watches {}
  }

  /// What is observed of a person in an epoch.
  public enum Outcome {
    /// How much of the attention went to each group of providers.
    EXPOSURE,
    /// The share of the lists shown of which something was chosen.
    ACTED
  }

  /// What is doubted.
  public sealed interface Claim {
    /// That the worse off have at least four fifths of what the others have.
    record FourFifths() implements Claim {}

    /// That two groups differ by no more than this.
    record Within(double tolerance) implements Claim {}
  }
}
