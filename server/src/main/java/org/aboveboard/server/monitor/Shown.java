package org.aboveboard.server.monitor;

import java.util.List;
import org.aboveboard.policy.Personal;

/// A list that somebody was shown. Prints nothing.
///
/// @param number lists are numbered in the order in which they were shown
/// @param acted whether something was done with what stood in it, in time
@Personal
record Shown(long number, long subject, List<Integer> items, boolean acted) {
  Shown {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return "Shown";
  }
}
