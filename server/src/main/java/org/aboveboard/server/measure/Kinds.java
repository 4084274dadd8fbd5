package org.aboveboard.server.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.load.EventLine;

/// The kinds of act that a policy's models learn from, each a bit: two for each signal, one for the
/// events that count and one for those below the signal's threshold.
final class Kinds {
  private static final int MOST_SIGNALS = 31;

  private final List<Signal> signals;
  private final Map<String, Integer> byEvent = new HashMap<>();

  private Kinds(List<Signal> signals) {
    this.signals = List.copyOf(signals);
  }

  static Kinds of(Policy policy) {
    var learnt =
        policy.signals().stream()
            .filter(signal ->
                policy.declared().models().stream()
                    .anyMatch(model -> model.inputs().contains(signal.id())))
            .toList();
    if (learnt.isEmpty() || learnt.size() > MOST_SIGNALS) {
      throw new IllegalArgumentException(
          "its models learn from " + learnt.size() + " signals, and 1 to 31 can be measured");
    }
    var kinds = new Kinds(learnt);
    for (int at = 0; at < learnt.size(); at++) {
      int signal = at;
      policy
          .declared()
          .feeding(learnt.get(at).id())
          .forEach(event -> kinds.byEvent.put(event.id(), signal));
    }
    return kinds;
  }

  List<Signal> signals() {
    return signals;
  }

  /// The kind of an act; nought for one that no model learns from.
  long of(EventLine act) {
    var signal = byEvent.get(act.event());
    if (signal == null) {
      return 0;
    }
    boolean counts =
        signals
            .get(signal)
            .counts()
            .map(least -> act.value().isPresent() && least.isMetBy(act.value().getAsDouble()))
            .orElse(true);
    return counts ? counted(signal) : below(signal);
  }

  /// The events of a signal that count.
  static long counted(int signal) {
    return 1L << (2 * signal);
  }

  /// The events of a signal that are below its threshold.
  static long below(int signal) {
    return 1L << (2 * signal + 1);
  }

  /// All that a model learns from.
  long everything() {
    return IntStream.range(0, signals.size())
        .mapToLong(Kinds::counted)
        .reduce(0, (one, other) -> one | other);
  }

  /// The weight of the strongest of some acts; nought for none.
  int weight(long acts) {
    int weight = 0;
    for (int signal = 0; signal < signals.size(); signal++) {
      boolean isThere = (acts & (counted(signal) | below(signal))) != 0;
      weight = isThere ? Math.max(weight, signals.get(signal).weight()) : weight;
    }
    return weight;
  }
}
