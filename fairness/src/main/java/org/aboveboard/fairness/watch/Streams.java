package org.aboveboard.fairness.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Many streams of pairs under one α. Each of the K streams alarms at a wealth of K/α, so the
/// chance that any false alarm is ever raised is at most α, however the streams depend on each
/// other.
public final class Streams {
  private final double alpha;
  private final Map<String, Watch> watches;

  private Streams(State state) {
    alpha = Unit.chance(state.alpha());
    watches = new LinkedHashMap<>();
    state.watches().forEach((name, watch) -> watches.put(name, Watch.of(watch)));
  }

  /// All streams that there will be: a later one would have needed a part of α from the beginning.
  public static Streams of(List<String> names, Claim claim, Bet bet, double alpha) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to watch: name a stream");
    }
    var each = new TreeMap<String, Watch.State>();
    names.forEach(
        name -> each.put(name, Watch.of(claim, bet, Unit.chance(alpha) / names.size()).state()));
    return of(new State(alpha, each));
  }

  public static Streams of(State state) {
    return new Streams(state);
  }

  /// The alarm that this pair raised.
  public Optional<Verdict.Alarm> see(Pair pair) {
    return watch(pair.group()).see(pair.own(), pair.other());
  }

  public Verdict verdict(String stream) {
    return watch(stream).verdict();
  }

  public void clear(String stream) {
    watch(stream).clear();
  }

  /// Which streams stand out at this moment, by e-BH.
  public List<String> currently() {
    var names = List.copyOf(watches.keySet());
    var values = watches.values().stream().map(Watch::evidence).toList();
    return EBenjaminiHochberg.rejected(values, alpha).stream().map(names::get).toList();
  }

  public State state() {
    var each = new TreeMap<String, Watch.State>();
    watches.forEach((name, watch) -> each.put(name, watch.state()));
    return new State(alpha, each);
  }

  private Watch watch(String stream) {
    return Optional.ofNullable(watches.get(stream))
        .orElseThrow(() -> new IllegalArgumentException("a stream that was not declared: add it"));
  }

  /// All that there is to save.
  public record State(double alpha, Map<String, Watch.State> watches) {
    public State {
      watches = Collections.unmodifiableMap(new TreeMap<>(watches));
    }
  }
}
