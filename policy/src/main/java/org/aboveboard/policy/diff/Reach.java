package org.aboveboard.policy.diff;

import java.util.Set;
import org.aboveboard.policy.Turn;

/// Whom a change is about.
///
/// @param purposes ids of the purposes it touches
/// @param isAgreed whether it is part of what a yes to them agrees to
/// @param isExact whether anybody is asked who agreed to it exactly as it was, so that even less is
///   another thing
record Reach(Set<String> purposes, boolean isAgreed, boolean isExact) {
  static final Reach NOBODY = new Reach(Set.of(), false, false);

  Reach {
    purposes = Set.copyOf(purposes);
  }

  /// Whether this turn is a narrowing that those who agreed are asked about all the same.
  boolean lifts(Turn turn) {
    return isExact && turn == Turn.NARROWING;
  }
}
