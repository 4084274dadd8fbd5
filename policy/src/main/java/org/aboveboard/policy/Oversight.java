package org.aboveboard.policy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What a policy declares so that people and providers are treated alike.
public record Oversight(
    List<Segment> segments,
    List<Groups> groups,
    List<Monitor> monitors,
    List<Experiment> experiments) {
  public static final Oversight NONE = new Oversight(List.of(), List.of(), List.of(), List.of());

  public Oversight {
    segments = sorted(segments, Segment::id);
    groups = sorted(groups, Groups::id);
    monitors = sorted(monitors, Monitor::id);
    experiments = sorted(experiments, Experiment::id);
  }

  private static <T> List<T> sorted(List<T> things, Function<T, String> id) {
    return things.stream().sorted(Comparator.comparing(id)).toList();
  }
}
