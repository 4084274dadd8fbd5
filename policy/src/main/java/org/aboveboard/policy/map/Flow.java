package org.aboveboard.policy.map;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// The lines of a policy, gathered purpose by purpose.
final class Flow {
  private final Declared declared;
  private final Map<Ends, Set<String>> purposes = new TreeMap<>();

  private record Ends(String from, String to, boolean passes) implements Comparable<Ends> {
    @Override
    public int compareTo(Ends other) {
      return (from + "\n" + to).compareTo(other.from + "\n" + other.to);
    }
  }

  Flow(Policy policy) {
    this.declared = policy.declared();
    policy.purposes().forEach(this::gather);
  }

  List<Edge> edges() {
    return purposes.entrySet().stream().map(line -> edge(line.getKey(), line.getValue())).toList();
  }

  /// The purposes for which something flows into a box or out of it.
  Set<String> through(String box) {
    return purposes.entrySet().stream()
        .filter(line -> line.getKey().from().equals(box) || line.getKey().to().equals(box))
        .flatMap(line -> line.getValue().stream())
        .collect(toSet());
  }

  private static Edge edge(Ends ends, Set<String> purposes) {
    var past = ends.passes() ? Optional.of(Pass.of(ends.from()).id()) : Optional.<String>empty();
    return new Edge(ends.from(), past, ends.to(), purposes);
  }

  private void gather(Purpose purpose) {
    var box = Kind.PURPOSE.box(purpose.id());
    for (var event : declared.events()) {
      categories(event, purpose)
          .forEach(category ->
              line(Kind.EVENT.box(event.id()), Kind.CATEGORY.box(category), false, purpose));
    }
    declared.oversight().segments().stream()
        .filter(segment -> segment.purpose().equals(purpose.id()))
        .map(segment -> Kind.SEGMENT.box(segment.id()))
        .forEach(asked ->
            purpose
                .data()
                .forEach(need -> line(asked, Kind.CATEGORY.box(need.category()), false, purpose)));
    purpose.data().forEach(need -> line(Kind.CATEGORY.box(need.category()), box, false, purpose));
    purpose.recipients().forEach(vendor -> line(box, Kind.VENDOR.box(vendor), true, purpose));
    shown(purpose, box);
  }

  /// What an event tells a purpose: as itself, and by its fields.
  private static Stream<String> categories(EventType event, Purpose purpose) {
    var act =
        Stream.of(event).filter(e -> e.purposes().contains(purpose.id())).map(EventType::category);
    var fields =
        event.fields().stream()
            .filter(field -> field.purposes().contains(purpose.id()))
            .map(Field::category);
    return Stream.concat(act, fields).distinct();
  }

  private void shown(Purpose purpose, String box) {
    var models = declared.modelsOf(purpose);
    models.forEach(model -> line(box, Kind.MODEL.box(model.id()), false, purpose));
    for (var id : declared.surfacesOf(purpose)) {
      var surface = Kind.SURFACE.box(id);
      models.forEach(model -> line(Kind.MODEL.box(model.id()), surface, false, purpose));
      if (models.isEmpty()) {
        line(box, surface, true, purpose);
      }
    }
  }

  private void line(String from, String to, boolean passes, Purpose purpose) {
    purposes.computeIfAbsent(new Ends(from, to, passes), _ -> new TreeSet<>()).add(purpose.id());
  }
}
