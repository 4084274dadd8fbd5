package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What one agreed meaning of a purpose allows today: the part of it that is still declared.
///
/// A prohibition of a category covers all that is part of it; nothing else is ever inherited, so a
/// category that was added under an agreed one is not agreed to.
final class Scope {
  private final Set<Use> uses;
  private final Set<String> surfaces;
  private final Map<Use, Obligations> byUse;
  private final Map<String, Obligations> bySurface;

  private Scope(
      Set<Use> uses,
      Set<String> surfaces,
      Map<Use, Obligations> byUse,
      Map<String, Obligations> bySurface) {
    this.uses = uses;
    this.surfaces = surfaces;
    this.byUse = byUse;
    this.bySurface = bySurface;
  }

  /// The whole of a purpose as it is declared now.
  static Scope whole(Declared declared, Purpose purpose) {
    var byUse = new EnumMap<Use, Obligations>(Use.class);
    Arrays.stream(Use.values()).forEach(use -> byUse.put(use, obligations(declared, purpose, use)));
    var served = obligations(declared, purpose, Use.SERVE);
    var bySurface =
        declared.surfaces().stream()
            .filter(surface -> surface.purposes().contains(purpose.id()))
            .collect(toUnmodifiableMap(Surface::id, surface -> served.withSignals(surface::takes)));
    return new Scope(purpose.uses(), declared.surfacesOf(purpose), byUse, bySurface);
  }

  /// What is left of it for a yes to another meaning: what is the same in both.
  Scope within(Meaning agreed, Meaning now) {
    var both =
        new Obligations(
            Meaning.common(now.events(), agreed.events()).keySet(),
            Meaning.common(now.fields(), agreed.fields()).keySet(),
            agreed.signals(),
            agreed.retention());
    var narrowed = new EnumMap<Use, Obligations>(Use.class);
    byUse.forEach((use, obligations) -> narrowed.put(use, obligations.and(both)));
    return new Scope(
        common(uses, agreed.uses()),
        common(surfaces, agreed.surfaces()),
        narrowed,
        bySurface.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().and(both))));
  }

  /// Whether it is in force at a surface; a use without one needs none.
  boolean isAt(Optional<String> surface) {
    return surface.isEmpty() || surfaces.contains(surface.get());
  }

  boolean covers(Use use, Optional<String> surface) {
    return uses.contains(use) && isAt(surface);
  }

  Obligations obligations(Use use, Optional<String> surface) {
    var usual = Optional.ofNullable(byUse.get(use)).orElseThrow();
    return use == Use.SERVE && surface.isPresent()
        ? bySurface.getOrDefault(surface.get(), usual)
        : usual;
  }

  /// Whether a use is forbidden of a category that a purpose cannot do without.
  static boolean isProhibited(Declared declared, Purpose purpose, Use use) {
    return purpose.data().stream()
        .filter(need -> need.necessity() == Necessity.REQUIRED)
        .anyMatch(need -> forbids(declared, purpose, use).test(need.category()));
  }

  private static Obligations obligations(Declared declared, Purpose purpose, Use use) {
    var forbidden = forbids(declared, purpose, use);
    var events =
        declared.events().stream()
            .filter(event -> event.purposes().contains(purpose.id()))
            .filter(event -> !forbidden.test(event.category()))
            .map(EventType::id)
            .collect(toUnmodifiableSet());
    var fields =
        declared
            .fields()
            .filter(field -> field.purposes().contains(purpose.id()))
            .filter(field -> !forbidden.test(field.category()))
            .map(Field::id)
            .collect(toUnmodifiableSet());
    return new Obligations(events, fields, purpose.signals(), purpose.retention())
        .withSignals(signal ->
            isInput(declared, purpose, use, signal)
                && declared.feeding(signal).noneMatch(event -> forbidden.test(event.category())));
  }

  /// Whether a signal may go into what is learnt: every model of the purpose that takes it names it
  /// as an input, and none forbids what it tells.
  private static boolean isInput(Declared declared, Purpose purpose, Use use, String signal) {
    var models = declared.modelsOf(purpose);
    return use == Use.COLLECT
        || models.isEmpty()
        || models.stream().anyMatch(model -> takes(declared, model, signal));
  }

  private static boolean takes(Declared declared, Model model, String signal) {
    return model.inputs().contains(signal)
        && declared
            .feeding(signal)
            .noneMatch(event -> declared.isPartOf(event.category(), model.prohibited()));
  }

  private static Predicate<String> forbids(Declared declared, Purpose purpose, Use use) {
    List<Prohibition> against =
        declared.prohibitions().stream().filter(no -> no.isAbout(purpose.id(), use)).toList();
    return category ->
        against.stream().anyMatch(no -> declared.isPartOf(category, no.categories()));
  }

  private static <T> Set<T> common(Set<T> one, Set<T> other) {
    return one.stream().filter(other::contains).collect(toUnmodifiableSet());
  }
}
