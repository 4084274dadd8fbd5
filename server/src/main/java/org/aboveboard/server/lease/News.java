package org.aboveboard.server.lease;

import java.util.Map;

/// What the store says to a node that listens.
///
/// @param upTo the journal's last index, of the same moment as the rest
/// @param said who said something since, and under which last index
/// @param isWhole whether `said` names all of them; it does not where they are too many
record News(long upTo, Map<Long, Long> said, boolean isWhole) {
  News {
    said = Map.copyOf(said);
  }

  boolean mayNameEverybody() {
    return !isWhole || said.containsKey(Lease.EVERYBODY);
  }

  boolean isNothing() {
    return isWhole && said.isEmpty();
  }
}
