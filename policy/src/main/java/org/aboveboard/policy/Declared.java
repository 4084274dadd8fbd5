package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a folder declares, free of faults and sorted by id; purposes have no digest yet.
record Declared(
    Organisation organisation,
    List<Category> categories,
    List<Signal> signals,
    List<EventType> events,
    List<Purpose> purposes,
    List<Surface> surfaces,
    List<Role> roles) {

  Declared {
    categories = sorted(categories, Category::id);
    signals = sorted(signals, Signal::id);
    events = sorted(events, EventType::id);
    purposes = sorted(purposes, Purpose::id);
    surfaces = sorted(surfaces, Surface::id);
    roles = sorted(roles, Role::id);
  }

  /// What an allowance for a purpose obliges to.
  Obligations obligations(Purpose purpose) {
    var fields = fields().filter(field -> field.purposes().contains(purpose.id())).map(Field::id);
    return new Obligations(
        fields.collect(toUnmodifiableSet()), purpose.retention(), purpose.signals());
  }

  /// What goes with a key that opens all that is held.
  Obligations everything() {
    return new Obligations(
        fields().map(Field::id).collect(toUnmodifiableSet()),
        Period.ZERO,
        signals.stream().map(Signal::id).collect(toUnmodifiableSet()));
  }

  /// The ids of the surfaces that list a purpose.
  Set<String> surfacesOf(Purpose purpose) {
    return surfaces.stream()
        .filter(surface -> surface.purposes().contains(purpose.id()))
        .map(Surface::id)
        .collect(toUnmodifiableSet());
  }

  /// The keys under which an event is found.
  static Stream<String> keys(EventType event) {
    return event.names().isEmpty()
        ? Stream.of(event.type())
        : event.names().stream().map(name -> key(event.type(), name));
  }

  static String key(String type, String name) {
    return type + '\n' + name;
  }

  private Stream<Field> fields() {
    return events.stream().flatMap(event -> event.fields().stream());
  }

  private static <T> List<T> sorted(List<T> things, Function<T, String> id) {
    return things.stream().sorted(Comparator.comparing(id)).toList();
  }
}
