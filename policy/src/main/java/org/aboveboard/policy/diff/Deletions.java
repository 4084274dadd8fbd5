package org.aboveboard.policy.diff;

import static org.aboveboard.policy.diff.Spelled.quoted;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// What is deleted as soon as a new version is in force, in words: all that nothing declared needs
/// any longer.
final class Deletions {
  private final Versions versions;
  private final Policy after;
  private final List<String> lines = new ArrayList<>();

  private Deletions(Versions versions) {
    this.versions = versions;
    this.after = versions.after();
  }

  static List<String> of(Versions versions) {
    var deletions = new Deletions(versions);
    var before = versions.before();
    before.purposes().forEach(deletions::purpose);
    before.events().forEach(deletions::event);
    before.surfaces().forEach(deletions::surface);
    return List.copyOf(deletions.lines);
  }

  private void purpose(Purpose before) {
    var name = name(before.id());
    var now = after.purpose(before.id());
    if (now.isEmpty() && after.purposes().stream().anyMatch(p -> p.number() == before.number())) {
      return; // its rows are another's by their number, which no server takes
    }
    if (now.isEmpty()) {
      lines.add("What is kept for " + name + " alone.");
      return;
    }
    sooner("What people did, kept for " + name + " and", Retention::events, before, now.get());
    sooner("What was learnt for " + name + " from acts", Retention::model, before, now.get());
    sooner("Records of answers of " + name, Retention::answers, before, now.get());
    if (before.uses().contains(Use.TRAIN) && !now.get().uses().contains(Use.TRAIN)) {
      lines.add("What was learnt for " + name + ".");
    }
    Ids.without(before.signals(), now.get().signals())
        .forEach(id ->
            lines.add(
                "What was learnt for " + name + " from " + versions.name(Part.SIGNAL, id) + "."));
  }

  private void sooner(String what, Function<Retention, Period> stage, Purpose before, Purpose now) {
    var was = stage.apply(before.retention());
    var is = stage.apply(now.retention());
    if (!Retention.isWithin(was, is)) {
      lines.add(
          what + " older than " + Spelled.period(is) + " instead of " + Spelled.period(was) + ".");
    }
  }

  private void event(EventType before) {
    var name = versions.name(Part.EVENT, before.id());
    var now = after.events().stream().filter(event -> event.id().equals(before.id())).findFirst();
    if (now.isEmpty()) {
      lines.add("Every " + name + " that is kept.");
      return;
    }
    noLongerFor("Every " + name, before.purposes(), now.get().purposes());
    for (var field : before.fields()) {
      field("The value " + quoted(field.name()) + " of every " + name, field, now.get());
    }
  }

  private void field(String what, Field before, EventType event) {
    Optional<Field> now =
        event.fields().stream().filter(field -> field.name().equals(before.name())).findFirst();
    if (now.isPresent()) {
      noLongerFor(what, before.purposes(), now.get().purposes());
    } else {
      lines.add(what + ".");
    }
  }

  private void surface(Surface before) {
    var name = versions.name(Part.SURFACE, before.id());
    var now = after.surface(before.id());
    if (now.isPresent()) {
      noLongerFor("Records of answers at " + name, before.purposes(), now.get().purposes());
    } else {
      lines.add("Records of answers at " + name + ".");
    }
  }

  /// Of purposes that are gone altogether it is said once, not at everything they had.
  private void noLongerFor(String what, Collection<String> before, Collection<String> now) {
    Ids.without(before, now).stream()
        .filter(id -> after.purpose(id).isPresent())
        .forEach(id -> lines.add(what + ", where it is kept for " + name(id) + " alone."));
  }

  private String name(String purpose) {
    return versions.name(Part.PURPOSE, purpose);
  }
}
