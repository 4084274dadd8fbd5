package org.aboveboard.policy.map;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;

/// The boxes of a policy: everything declared that data flows through.
///
/// A category that nothing brings and nothing needs, such as one that is declared to be forbidden,
/// has no box: it is not kept.
record Boxes(Policy policy, Flow flow, Language language, Instant now) {

  List<Box> all() {
    var declared = policy.declared();
    return Stream.of(
            declared.events().stream().map(this::box),
            policy.segments().stream().map(this::box),
            declared.categories().stream().map(this::box).filter(box -> !box.purposes().isEmpty()),
            policy.purposes().stream().map(this::box),
            declared.models().stream().map(this::box),
            declared.surfaces().stream().map(this::box),
            declared.vendors().stream().map(this::box))
        .flatMap(boxes -> boxes)
        .toList();
  }

  private Box box(EventType event) {
    var purposes = flow.through(Kind.EVENT.box(event.id()));
    return box(
        Kind.EVENT,
        event.id(),
        event.label(),
        Facts.ofEvent(
            event.fields().stream().map(Field::name).toList(),
            longest(purposes, Retention::events)),
        purposes);
  }

  private Box box(Segment segment) {
    var purposes = Set.of(segment.purpose());
    return box(
        Kind.SEGMENT,
        segment.id(),
        segment.label(),
        Facts.ofSegment(longest(purposes, Retention::events)),
        purposes);
  }

  private Box box(Category category) {
    var purposes = flow.through(Kind.CATEGORY.box(category.id()));
    return box(
        Kind.CATEGORY,
        category.id(),
        category.label(),
        Facts.ofCategory(
            category.sensitivity(),
            category.provenance(),
            longest(purposes, Retention::longest),
            getting(category, purposes)),
        purposes);
  }

  private Box box(Purpose purpose) {
    return new Box(
        Kind.PURPOSE,
        purpose.id(),
        say(purpose.label()),
        Facts.ofPurpose(
            role(purpose.owner()),
            purpose.basis(),
            purpose.retention().longest(),
            recipients(purpose).map(Vendor::label).map(this::say).toList()),
        state(purpose),
        Set.of(purpose.id()));
  }

  private State state(Purpose purpose) {
    if (isClosed(purpose)) {
      return State.OFF_FOR_ALL;
    }
    return switch (purpose.basis()) {
      case CONSENT -> State.RESTS_ON_CONSENT;
      case CONTRACT, LEGAL_OBLIGATION -> State.NO_TOGGLE;
      case LEGITIMATE_INTEREST -> State.CAN_OBJECT;
    };
  }

  private Box box(Model model) {
    return box(
        Kind.MODEL,
        model.id(),
        model.label(),
        Facts.ofModel(role(model.owner()), longest(model.purposes(), Retention::model)),
        model.purposes());
  }

  private Box box(Surface surface) {
    return box(
        Kind.SURFACE, surface.id(), surface.label(), Facts.none(), Set.copyOf(surface.purposes()));
  }

  private Box box(Vendor vendor) {
    return box(
        Kind.VENDOR,
        vendor.id(),
        vendor.label(),
        Facts.none(),
        flow.through(Kind.VENDOR.box(vendor.id())));
  }

  private Box box(Kind kind, String id, Text label, Facts facts, Set<String> purposes) {
    return new Box(kind, id, say(label), facts, state(purposes), purposes);
  }

  /// In use if a purpose that nobody can switch wants it, else as its purposes are.
  private State state(Set<String> ids) {
    var open = purposes(ids).filter(purpose -> !isClosed(purpose)).toList();
    if (open.isEmpty()) {
      return State.OFF_FOR_ALL;
    }
    return open.stream().allMatch(Purpose::isAsked) ? State.RESTS_ON_CONSENT : State.ON;
  }

  private boolean isClosed(Purpose purpose) {
    return policy.closed(purpose, now).isPresent();
  }

  private Stream<Purpose> purposes(Set<String> ids) {
    return policy.purposes().stream().filter(purpose -> ids.contains(purpose.id()));
  }

  /// The longest time of those purposes that may run: what is off for all keeps nothing.
  private Optional<Period> longest(Set<String> ids, Function<Retention, Period> stage) {
    return purposes(ids)
        .filter(purpose -> !isClosed(purpose))
        .map(Purpose::retention)
        .map(stage)
        .reduce(Retention::longer);
  }

  private Stream<Vendor> recipients(Purpose purpose) {
    return purpose.recipients().stream().flatMap(id -> policy.vendor(id).stream());
  }

  /// The vendors of these purposes that may get the category.
  private List<String> getting(Category category, Set<String> ids) {
    return purposes(ids)
        .flatMap(this::recipients)
        .distinct()
        .filter(vendor -> vendor.gets().contains(category.id()))
        .map(Vendor::label)
        .map(this::say)
        .sorted()
        .toList();
  }

  private String role(String id) {
    return policy.roles().stream()
        .filter(role -> role.id().equals(id))
        .map(role -> say(role.label()))
        .findFirst()
        .orElse(id);
  }

  private String say(Text text) {
    return text.in(language);
  }
}
