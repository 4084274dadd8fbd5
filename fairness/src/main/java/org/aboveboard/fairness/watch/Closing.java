package org.aboveboard.fairness.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Impressions whose outcome is not known yet. Each closes when its time is up: with its outcome if
/// that came meanwhile, else with zero.
///
/// An outcome that came early waits for that too. Would a success be told at once and a failure
/// only when the time is up, then the first outcomes would all be successes and the larger group
/// would have more of them queued: a difference that is none. The order of closing must not depend
/// on outcomes.
public final class Closing {
  private final Setting setting;
  private final Map<Long, Open> open;
  private Instant latest;
  private long crowded;

  /// @param limit how long an outcome may take
  /// @param impressions how many are open at most; more are not opened, and counted
  public record Setting(Duration limit, int impressions) {
    public Setting {
      if (!limit.isPositive() || impressions < 1) {
        throw new IllegalArgumentException(
            "an outcome has some time, and there is room for 1 or more");
      }
    }
  }

  /// An impression that is closed.
  public record Closed(String group, long person, double value) {}

  /// An impression that is open.
  public record Open(long impression, String group, long person, Instant until, double value) {}

  private Closing(State state) {
    setting = state.setting();
    open = new LinkedHashMap<>();
    state.open().forEach(one -> open.put(one.impression(), one));
    latest = state.latest();
    crowded = state.crowded();
  }

  public static Closing of(Setting setting) {
    return of(new State(setting, List.of(), Instant.MIN, 0));
  }

  public static Closing of(State state) {
    return new Closing(state);
  }

  /// Opens an impression. Where it is told after a later one, its time begins with that one's.
  public void open(long impression, String group, long person, Instant at) {
    latest = at.isAfter(latest) ? at : latest;
    if (open.size() >= setting.impressions()) {
      crowded++;
    } else {
      open.putIfAbsent(
          impression, new Open(impression, group, person, latest.plus(setting.limit()), 0));
    }
  }

  /// Notes an outcome, the largest where there are several; says whether it was in time.
  public boolean outcome(long impression, double value, Instant at) {
    Unit.outcome(value);
    var one = open.get(impression);
    if (one == null || at.isAfter(one.until())) {
      return false;
    }
    open.put(
        impression,
        new Open(impression, one.group(), one.person(), one.until(), Math.max(value, one.value())));
    return true;
  }

  /// Closes what is due, in the order in which it was opened.
  public List<Closed> due(Instant now) {
    var due = new ArrayList<Closed>();
    for (var each = open.values().iterator(); each.hasNext(); ) {
      var one = each.next();
      if (one.until().isAfter(now)) {
        break;
      }
      each.remove();
      due.add(new Closed(one.group(), one.person(), one.value()));
    }
    return due;
  }

  /// How many impressions there was no room for.
  public long crowded() {
    return crowded;
  }

  public State state() {
    return new State(setting, List.copyOf(open.values()), latest, crowded);
  }

  /// All that there is to save.
  public record State(Setting setting, List<Open> open, Instant latest, long crowded) {}
}
