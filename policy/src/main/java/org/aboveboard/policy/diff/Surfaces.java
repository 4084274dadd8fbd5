package org.aboveboard.policy.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Turn;

/// Which way each key of a surface goes.
record Surfaces(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.SURFACE,
        Declared::surfaces,
        Surface::id,
        surface -> surface.purposes().isEmpty() ? Gain.WORDS : Gain.MORE,
        surface -> versions.agreed(Set.copyOf(surface.purposes())),
        changes,
        this::compare);
  }

  private void compare(Pair<Surface> pair) {
    var all = Ids.union(pair.before().purposes(), pair.after().purposes());
    pair.reaching(versions.agreed(all))
        .purposes("purposes", "it … shows", Surface::purposes, versions, Gain.MORE);
    var touched = pair.reaching(versions.touching(all));
    touched
        .text("label", "it is called", Surface::label)
        .order(
            "purposes",
            "it prefers",
            Surface::purposes,
            versions.names(Part.PURPOSE),
            this::preferred)
        .value(
            "fallback",
            "without a yes it shows",
            Surface::fallback,
            Spelled::word,
            Surfaces::fallback)
        .value(
            "window",
            "what is popular is counted over",
            s -> s.window().normalized(),
            Spelled::period,
            Way.longer())
        .value(
            "promptSlot",
            "people can be asked here:",
            Surface::promptSlot,
            Spelled::flag,
            Way.greater())
        .value(
            "critical",
            "people are in the middle of something here:",
            Surface::critical,
            Spelled::flag,
            Way.less())
        .value("length", "it shows at most", Surface::length, String::valueOf, Way.words());
    signals(touched);
    new Shown().compare(touched);
  }

  /// No list at all is everything its purposes are made from.
  private void signals(Pair<Surface> pair) {
    var isListed = pair.before().signals().isPresent() && pair.after().signals().isPresent();
    if (isListed) {
      pair.members(
          "signals",
          "it is … made from",
          s -> s.signals().orElseThrow(),
          versions.names(Part.SIGNAL),
          Gain.MORE);
    } else {
      pair.value(
          "signals",
          "it is made from",
          Surface::signals,
          Spelled.or("all that its purposes are made from", this::signals),
          Way.guard(Way.other()));
    }
  }

  /// Popular counts what people did who agreed; the others need nobody's data.
  private static Turn fallback(Fallback before, Fallback after) {
    if (after == Fallback.POPULAR) {
      return Turn.WIDENING;
    }
    return before == Fallback.POPULAR ? Turn.NARROWING : Turn.WORDING;
  }

  /// The more personal a purpose that comes earlier, the more is done.
  private Turn preferred(List<String> before, List<String> after) {
    for (var at = 0; at < before.size(); at++) {
      var order = level(after.get(at)).compareTo(level(before.get(at)));
      if (order != 0) {
        return order > 0 ? Turn.WIDENING : Turn.NARROWING;
      }
    }
    return Turn.WORDING;
  }

  /// The more personal of what it was and is.
  private Level level(String purpose) {
    return List.of(versions.before(), versions.after()).stream()
        .flatMap(policy -> policy.purpose(purpose).stream())
        .map(found -> found.level())
        .max(Comparator.naturalOrder())
        .orElse(Level.NONE);
  }

  private String signals(Set<String> ids) {
    return Spelled.list(new TreeSet<>(ids).stream().map(versions.names(Part.SIGNAL)).toList());
  }
}
