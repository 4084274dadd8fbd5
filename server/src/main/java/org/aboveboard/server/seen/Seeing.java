package org.aboveboard.server.seen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.alarm.Alarm;

/// What is known of this server's doings at a moment.
///
/// @param began since when it has been noticed
/// @param elsewhere whether the machine tells where this process is connected to
/// @param rowsCounted when rows were counted last
/// @param alarms those that are open
public record Seeing(
    Instant at,
    Instant began,
    boolean elsewhere,
    Optional<Instant> rowsCounted,
    List<Sighting> sightings,
    Compared compared,
    List<Alarm> alarms) {
  public Seeing {
    sightings = List.copyOf(sightings);
    alarms = List.copyOf(alarms);
  }
}
