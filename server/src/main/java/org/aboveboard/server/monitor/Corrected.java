package org.aboveboard.server.monitor;

import java.time.Instant;
import java.util.List;

/// What was done to lists because of a monitor's alarm.
public interface Corrected {
  /// What was done because of a monitor, the latest first.
  List<Done> because(String monitor);

  /// A step of a correction.
  ///
  /// @param strength how strong it was from then on
  /// @param sentence in words for everybody
  record Done(Instant at, double strength, String sentence) {}
}
