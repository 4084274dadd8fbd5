package org.aboveboard.server.monitor;

import java.util.List;
import org.aboveboard.server.House;

/// What a monitor found of a group, stretch by stretch, as its page tells it.
public final class Means {
  private Means() {}

  /// The means, the first stretch first.
  public static List<Double> of(House house, String monitor, String group) {
    return house.monitors().said().stream()
        .filter(said -> said.watched().monitor().id().equals(monitor))
        .flatMap(said -> said.rows().stream())
        .filter(row -> row.found().group().equals(group))
        .map(row -> row.found().mean())
        .toList();
  }

  /// What it says in a sentence.
  public static String sentence(House house, String monitor) {
    return house.monitors().said().stream()
        .filter(said -> said.watched().monitor().id().equals(monitor))
        .map(Said::sentence)
        .findFirst()
        .orElseThrow();
  }

  /// The groups that there was an alarm about, and whether it has ended.
  public static List<String> alarms(House house, String monitor) {
    return house.monitors().alarms(monitor, 100).stream()
        .map(alarm -> alarm.stream() + (alarm.until().isPresent() ? ", ended" : ""))
        .toList();
  }
}
