package org.aboveboard.server.web;

import java.time.Instant;
import java.util.Optional;

/// One browser's visit: a random id, and who it is seen as, where that was proved or chosen.
///
/// @param who for example a persona or a member of staff; the features give it its meaning
record Session(String id, Instant since, Optional<String> who) {
  /// Names nobody, so that a log cannot.
  @Override
  public String toString() {
    return "Session";
  }
}
