package org.aboveboard.server.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was done to lists because of a monitor's alarm.
public interface Corrected {
  /// What was done because of a monitor, the latest first.
  List<Done> because(String monitor);

  /// What the server would change because of a monitor and may not, the oldest first.
  List<Proposed> proposed(String monitor);

  /// A change that is for people to decide.
  ///
  /// @param until when there was no need for it any more
  record Proposed(Instant since, Optional<Instant> until, String sentence) {}

  /// A step of a correction.
  ///
  /// @param strength how strong it was from then on
  /// @param sentence in words for everybody
  record Done(Instant at, double strength, String sentence) {}
}
