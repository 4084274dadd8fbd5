package org.aboveboard.server.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.monitor.Lane.Back;

/// What was found, in words.
final class Finding {
  private Finding() {}

  /// A cause for each stream that has an alarm.
  static List<Cause> causes(Watched watched, Course.State state) {
    return state.lanes().entrySet().stream().flatMap(one -> cause(watched, one).stream()).toList();
  }

  private static Optional<Cause> cause(Watched watched, Map.Entry<String, Lane.State> lane) {
    return lane.getValue()
        .back()
        .map(back ->
            new Cause(
                Monitors.KIND + ":" + watched.monitor().id() + ":" + lane.getKey(),
                what(watched, lane.getKey(), back)));
  }

  private static String what(Watched watched, String stream, Back back) {
    return watched.monitor().question().plain()
        + " No: "
        + broken(watched, stream, back.isLess())
        + ". "
        + watched.monitor().owner()
        + " looks at it. First: "
        + withoutStop(watched.monitor().firstAction().plain());
  }

  /// Whoever shows an alarm ends its sentence.
  private static String withoutStop(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  /// In which way the promise is broken.
  static String broken(Watched watched, String stream, boolean isLess) {
    String group = watched.label(stream);
    return switch (watched.plan().claim()) {
      case Claim.AtLeast _ -> group + " get less than four fifths of what the others get";
      case Claim.Within(double tolerance) ->
          group
              + " get "
              + (isLess ? "less" : "more")
              + " than the others by more than "
              + tolerance;
    };
  }
}
