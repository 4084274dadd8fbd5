package org.aboveboard.policy.read;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldType;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Use;

/// What one file says about another, checked once all have been read.
///
/// The rule it holds up is that a purpose gets nothing its own file does not name: what an event
/// gives to a purpose must be a category of data which that purpose declares and explains. The
/// category itself, not a wider one: permissions are not inherited.
final class Crossings {

  private record Gives(String purpose, String category, Place place) {}

  private record Serves(String purpose, Place place) {}

  private record Trains(String purpose, Place place) {}

  private record Part(String category, Place place) {}

  private record Counts(Signal signal, Signal.Threshold threshold, Place place) {}

  private final Links links;
  private final Faults faults;
  private final List<Gives> gives = new ArrayList<>();
  private final List<Serves> serves = new ArrayList<>();
  private final List<Trains> trains = new ArrayList<>();
  private final List<Trains> modelled = new ArrayList<>();
  private final List<Counts> counts = new ArrayList<>();
  private final Map<String, Part> parents = new HashMap<>();
  private final Map<Integer, Place> numbers = new HashMap<>();
  private final Map<String, Place> eventKeys = new HashMap<>();

  Crossings(Links links) {
    this.links = links;
    this.faults = links.faults();
  }

  /// A surface answers for a purpose.
  void serves(String purpose, Place place) {
    serves.add(new Serves(purpose, place));
  }

  /// A signal counts only above a field's value.
  void counts(Signal signal, Signal.Threshold threshold, Place place) {
    counts.add(new Counts(signal, threshold, place));
  }

  /// A category is part of a wider one.
  void parent(String category, String parent, Place place) {
    parents.put(category, new Part(parent, place));
  }

  void purpose(Purpose purpose, Reading file) {
    var place = file.place("number");
    var other = numbers.putIfAbsent(purpose.number(), place);
    if (other != null && file.has("number")) {
      file.fault(
          "number",
          say("The number %d is taken by %s.", purpose.number(), other.file()),
          "Give it a number no purpose has or ever had; stored rows refer to it.");
    }
    if (purpose.uses().contains(Use.TRAIN)) {
      trains.add(new Trains(purpose.id(), file.place("uses")));
    }
  }

  void model(Model model, Reading file) {
    model.purposes().forEach(p -> modelled.add(new Trains(p, file.place("purposes"))));
  }

  void event(EventType event, Reading file) {
    event
        .purposes()
        .forEach(p -> gives.add(new Gives(p, event.category(), file.place("purposes"))));
    event.keys().forEach(key -> eventKey(key, file));
    for (var field : event.fields()) {
      if (!event.purposes().containsAll(field.purposes())) {
        file.fault(
            "purposes",
            say("A purpose of the field '%s' does not get the event.", field.name()),
            "Name it in the event's purposes too.");
      }
    }
  }

  void field(Field field, Reading block) {
    field
        .purposes()
        .forEach(p -> gives.add(new Gives(p, field.category(), block.place("purposes"))));
  }

  void check(Declared declared) {
    var purposes = new HashMap<String, Purpose>();
    declared.purposes().forEach(purpose -> purposes.put(purpose.id(), purpose));
    for (var gift : gives) {
      checkGift(gift, Optional.ofNullable(purposes.get(gift.purpose())));
    }
    for (var serve : serves) {
      checkUse(serve.place(), Use.SERVE, Optional.ofNullable(purposes.get(serve.purpose())));
    }
    for (var model : modelled) {
      checkUse(model.place(), Use.TRAIN, Optional.ofNullable(purposes.get(model.purpose())));
    }
    if (!links.isLost(Kind.MODEL)) {
      trains.forEach(train -> checkModel(train, declared));
    }
    parents.forEach((category, parent) -> checkCircle(category, parent));
    counts.forEach(count -> check(count, declared.events()));
  }

  private void checkGift(Gives gift, Optional<Purpose> purpose) {
    if (purpose.isPresent() && !categories(purpose.get()).contains(gift.category())) {
      faults.add(
          gift.place(),
          say("The purpose '%s' does not declare '%s'.", gift.purpose(), gift.category()),
          say(
              "Add it under 'data' in purposes/%s.yaml and say why, or do not give it.",
              gift.purpose()));
    }
  }

  private void checkUse(Place place, Use use, Optional<Purpose> purpose) {
    if (purpose.isPresent() && !purpose.get().uses().contains(use)) {
      faults.add(
          place,
          say(
              "The purpose '%s' does not declare the use '%s'.",
              purpose.get().id(), Scalars.word(use)),
          "Add it to its uses, or take the purpose away here.");
    }
  }

  private void checkModel(Trains train, Declared declared) {
    if (declared.models().stream().noneMatch(m -> m.purposes().contains(train.purpose()))) {
      faults.add(
          train.place(),
          "The purpose trains, but no model works for it.",
          say("Add models/NAME.yaml with 'purposes: [%s]', or remove 'train'.", train.purpose()));
    }
  }

  private void checkCircle(String category, Part parent) {
    var seen = new HashSet<String>();
    var at = Optional.of(parent.category());
    while (at.isPresent() && seen.add(at.get())) {
      if (at.get().equals(category)) {
        faults.add(
            parent.place(),
            say("'%s' is part of itself.", category),
            "Break the circle: a category is part of a wider one, up to one that has no parent.");
        return;
      }
      at = Optional.ofNullable(parents.get(at.get())).map(Part::category);
    }
  }

  private void check(Counts count, List<EventType> events) {
    for (var event : events) {
      var feeds = event.signal().filter(count.signal().id()::equals).isPresent();
      if (feeds && event.fields().stream().noneMatch(field -> isCounted(field, count))) {
        faults.add(
            count.place(),
            say(
                "The event '%s' has no number field '%s' to count by.",
                event.id(), count.threshold().field()),
            "Declare the field there, or count by another.");
      }
    }
  }

  private static boolean isCounted(Field field, Counts count) {
    return field.name().equals(count.threshold().field()) && field.type() == FieldType.NUMBER;
  }

  private void eventKey(String key, Reading file) {
    var other = eventKeys.putIfAbsent(key, file.place("names"));
    if (other != null) {
      file.fault(
          "names",
          say("%s already covers '%s'.", other.file(), key.replace('\n', ' ')),
          "Keep the name in one of the two.");
    }
  }

  private static Set<String> categories(Purpose purpose) {
    return purpose.data().stream().map(Need::category).collect(toUnmodifiableSet());
  }
}
