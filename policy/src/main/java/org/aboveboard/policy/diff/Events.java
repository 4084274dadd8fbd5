package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldPath;

/// Which way each key of an event and of its fields goes.
///
/// A yes is to an event or a field as it was, so whatever else it becomes is another thing to those
/// who agreed.
record Events(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.EVENT,
        Declared::events,
        EventType::id,
        _ -> Gain.MORE,
        event -> versions.agreed(event.purposes()),
        changes,
        this::compare);
  }

  private void compare(Pair<EventType> pair) {
    var both = Ids.common(pair.before().purposes(), pair.after().purposes());
    pair.reaching(versions.touching(both)).text("label", "it is called", EventType::label);
    pair.reaching(versions.agreed(both))
        .purposes("purposes", "it is … for", EventType::purposes, versions, Gain.MORE);
    var exact = pair.reaching(versions.exactly(both));
    exact
        .value("type", "its kind of message is", EventType::type, Spelled::quoted, Way.other())
        .value(
            "item",
            "its item stands at",
            EventType::item,
            Spelled.or("none", FieldPath::toString),
            Way.extra(Way.other()))
        .value(
            "signal",
            "it feeds the signal",
            EventType::signal,
            Spelled.or("none", versions.names(Part.SIGNAL)),
            Way.other())
        .value(
            "category",
            "it tells of",
            EventType::category,
            versions.names(Part.CATEGORY),
            Way.other());
    names(exact);
    exact.parts(
        "fields",
        "it … brings",
        event -> event.fields().stream().collect(toMap(Field::name, Function.identity())),
        Spelled::quoted,
        Gain.MORE,
        field -> versions.agreed(field.purposes()),
        this::field);
  }

  /// No names at all are every name.
  private static void names(Pair<EventType> pair) {
    var wasEvery = pair.before().names().isEmpty();
    var isEvery = pair.after().names().isEmpty();
    if (wasEvery != isEvery) {
      pair.value(
          "names",
          "it covers",
          EventType::names,
          Events::every,
          (_, after) -> after.isEmpty() ? Gain.MORE.also() : Gain.MORE.noLonger());
    } else {
      pair.members("names", "it … covers", EventType::names, Spelled::quoted, Gain.MORE);
    }
  }

  private void field(Pair<Field> pair) {
    var both = Ids.common(pair.before().purposes(), pair.after().purposes());
    var name = Spelled.quoted(pair.before().name());
    pair.reaching(versions.agreed(both))
        .purposes("purposes", name + " is … for", Field::purposes, versions, Gain.MORE);
    pair.reaching(versions.exactly(both))
        .value("path", name + " is found at", Field::path, FieldPath::toString, Way.other())
        .value("type", name + " is", Field::type, Spelled::word, Way.other())
        .value(
            "category",
            name + " tells of",
            Field::category,
            versions.names(Part.CATEGORY),
            Way.other())
        .value(
            "least",
            name + " is believed from",
            Events::least,
            Spelled.or("any number on", Spelled::number),
            Way.guard(Way.<Double>less()))
        .value(
            "most",
            name + " is believed up to",
            Events::most,
            Spelled.or("any number", Spelled::number),
            Way.guard(Way.<Double>greater()));
  }

  private static Optional<Double> least(Field field) {
    return field.range().map(Field.Range::least);
  }

  private static Optional<Double> most(Field field) {
    return field.range().map(Field.Range::most);
  }

  private static String every(Set<String> names) {
    return names.isEmpty()
        ? "every name"
        : Spelled.list(new TreeSet<>(names).stream().map(Spelled::quoted).toList());
  }
}
