package org.aboveboard.server.recommend;

import org.aboveboard.policy.Personal;

/// What one own action adds to a score.
///
/// @param item the number of the item it was done with
/// @param signal the number of the strongest thing done with it
@Personal
public record Term(int item, short signal, double value) {
  @Override
  public String toString() {
    return "Term";
  }
}
