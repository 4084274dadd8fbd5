package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a policy declares, free of faults and sorted by id; purposes have no digest yet.
public record Declared(
    Organisation organisation,
    Asking asking,
    Matrix changes,
    List<String> approvers,
    List<Role> roles,
    List<Person> people,
    List<Category> categories,
    List<Signal> signals,
    List<EventType> events,
    List<Purpose> purposes,
    List<Surface> surfaces,
    List<Vendor> vendors,
    List<Model> models,
    List<Prohibition> prohibitions,
    List<Assessment> assessments,
    Oversight oversight) {

  public Declared {
    approvers = List.copyOf(approvers);
    roles = sorted(roles, Role::id);
    people = sorted(people, Person::id);
    categories = sorted(categories, Category::id);
    signals = sorted(signals, Signal::id);
    events = sorted(events, EventType::id);
    purposes = sorted(purposes, Purpose::id);
    surfaces = sorted(surfaces, Surface::id);
    vendors = sorted(vendors, Vendor::id);
    models = sorted(models, Model::id);
    prohibitions = sorted(prohibitions, Prohibition::id);
    assessments = sorted(assessments, Assessment::id);
  }

  /// Whether a category is one of these or part of one of them, however deep.
  public boolean isPartOf(String category, Set<String> wider) {
    var seen = new HashSet<String>();
    Optional<String> at = Optional.of(category);
    while (at.isPresent() && seen.add(at.get())) {
      if (wider.contains(at.get())) {
        return true;
      }
      at = category(at.get()).flatMap(Category::parent);
    }
    return false;
  }

  /// The ids of the surfaces that list a purpose.
  public Set<String> surfacesOf(Purpose purpose) {
    return surfaces.stream()
        .filter(surface -> surface.purposes().contains(purpose.id()))
        .map(Surface::id)
        .collect(toUnmodifiableSet());
  }

  /// The models that work for a purpose.
  public List<Model> modelsOf(Purpose purpose) {
    return models.stream().filter(model -> model.purposes().contains(purpose.id())).toList();
  }

  /// The events that feed a signal.
  public Stream<EventType> feeding(String signal) {
    return events.stream().filter(event -> event.signal().filter(signal::equals).isPresent());
  }

  Stream<Field> fields() {
    return events.stream().flatMap(event -> event.fields().stream());
  }

  private Optional<Category> category(String id) {
    return categories.stream().filter(category -> category.id().equals(id)).findFirst();
  }

  private static <T> List<T> sorted(List<T> things, Function<T, String> id) {
    return things.stream().sorted(Comparator.comparing(id)).toList();
  }
}
