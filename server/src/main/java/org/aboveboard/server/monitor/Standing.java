package org.aboveboard.server.monitor;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a monitor says now, stream by stream.
///
/// @param streams by the group that each is about; empty before the monitor has begun
public record Standing(Map<String, Condition> streams) {
  static final Standing NONE = new Standing(Map.of());

  public Standing {
    streams = Collections.unmodifiableMap(new TreeMap<>(streams));
  }

  /// What a stream says.
  public sealed interface Condition {
    /// The promise has held, as far as can be told.
    record Quiet() implements Condition {}

    /// The promise is broken.
    ///
    /// @param isLess whether the group of the stream gets too little, and not too much
    record Alarmed(Instant since, boolean isLess) implements Condition {}

    /// It was, and holds again.
    record Cleared(Instant at) implements Condition {}
  }

  /// Whether some stream has an alarm.
  public boolean isAlarmed() {
    return streams.values().stream().anyMatch(Condition.Alarmed.class::isInstance);
  }

  static Standing of(Course.State state) {
    Map<String, Condition> streams = new TreeMap<>();
    state.lanes().forEach((stream, lane) -> streams.put(stream, condition(lane)));
    return new Standing(streams);
  }

  private static Condition condition(Lane.State lane) {
    return lane.back()
        .<Condition>map(back -> new Condition.Alarmed(back.since(), back.isLess()))
        .or(() -> lane.cleared().map(Condition.Cleared::new))
        .orElseGet(Condition.Quiet::new);
  }
}
