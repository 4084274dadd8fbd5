package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one file says about another, checked once all have been read.
///
/// The rule it holds up is that a purpose gets nothing its own file does not name: what an event
/// gives to a purpose must be a category of data which that purpose declares and explains.
final class Crossings {

  private record Gives(String purpose, String category, Place place) {}

  private record Serves(String purpose, Place place) {}

  private record Counts(Signal signal, Signal.Threshold threshold, Place place) {}

  private final Faults faults;
  private final List<Gives> gives = new ArrayList<>();
  private final List<Serves> serves = new ArrayList<>();
  private final List<Counts> counts = new ArrayList<>();
  private final Map<Integer, Place> numbers = new HashMap<>();
  private final Map<String, Place> eventKeys = new HashMap<>();

  Crossings(Faults faults) {
    this.faults = faults;
  }

  /// A surface answers for a purpose.
  void serves(String purpose, Place place) {
    serves.add(new Serves(purpose, place));
  }

  /// A signal counts only above a field's value.
  void counts(Signal signal, Signal.Threshold threshold, Place place) {
    counts.add(new Counts(signal, threshold, place));
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
  }

  void event(EventType event, Reading file) {
    event
        .purposes()
        .forEach(p -> gives.add(new Gives(p, event.category(), file.place("purposes"))));
    Declared.keys(event).forEach(key -> eventKey(key, file));
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
      var purpose = purposes.get(gift.purpose());
      if (purpose != null && !categories(purpose).contains(gift.category())) {
        faults.add(
            gift.place(),
            say("The purpose '%s' does not declare '%s'.", purpose.id(), gift.category()),
            say(
                "Add it under 'data' in purposes/%s.yaml and say why, or do not give it.",
                purpose.id()));
      }
    }
    for (var serve : serves) {
      var purpose = purposes.get(serve.purpose());
      if (purpose != null && !purpose.uses().contains(Use.SERVE)) {
        faults.add(
            serve.place(),
            say("The purpose '%s' does not declare the use 'serve'.", purpose.id()),
            "Add it to its uses, or take the purpose off this surface.");
      }
    }
    counts.forEach(count -> check(count, declared.events()));
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
