package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.read.Kind;

/// What is demanded of the data that is declared: that somebody needs it, and that it comes.
final class DataChecks {
  private static final String LEAST = "GDPR Art. 5(1)(c)";

  static final List<Check> ALL =
      List.of(
          new Check(
              warning("C-UNUSED", "Every category is used, or forbidden.", LEAST),
              DataChecks::unused),
          new Check(
              warning("C-UNFED", "A purpose names only data that some event brings it.", LEAST),
              DataChecks::unfed),
          new Check(
              warning("E-EVENT", "What is kept for a personal answer feeds a signal of it.", LEAST)
                  .and(Held.READER, "`EventReader`: an event without a purpose"),
              DataChecks::event),
          new Check(
              warning("E-FIELD", "A field kept for a personal answer is counted by.", LEAST)
                  .and(Held.READER, "`EventReader`: a field without a purpose"),
              DataChecks::field));

  private DataChecks() {}

  private static Stream<Remark> unused(Inspection in) {
    var used = used(in.policy());
    return in.policy().categories().stream()
        .filter(category -> !used.contains(category.id()))
        .map(category ->
            new Remark(
                in.place(Kind.CATEGORY, category.id(), "label"),
                "Nothing uses this category and nothing forbids it: it is declared for nothing.",
                "Remove the file, or forbid the category in prohibitions/."));
  }

  /// The categories that something names, with the wider ones they are part of.
  private static Set<String> used(Policy policy) {
    var declared = policy.declared();
    var used = new HashSet<String>();
    declared.purposes().forEach(purpose -> purpose.data().forEach(n -> used.add(n.category())));
    declared.events().forEach(event -> used.add(event.category()));
    declared.events().forEach(event -> event.fields().forEach(f -> used.add(f.category())));
    declared.prohibitions().forEach(no -> used.addAll(no.categories()));
    declared.models().forEach(model -> used.addAll(model.prohibited()));
    declared.vendors().forEach(vendor -> used.addAll(vendor.gets()));
    for (var category : List.copyOf(used)) {
      var wider = policy.category(category).flatMap(Category::parent);
      while (wider.filter(used::add).isPresent()) {
        wider = wider.flatMap(policy::category).flatMap(Category::parent);
      }
    }
    return used;
  }

  private static Stream<Remark> unfed(Inspection in) {
    return in.policy().purposes().stream()
        .flatMap(purpose -> {
          var brought = brought(in.policy(), purpose);
          return purpose.data().stream()
              .filter(need -> !brought.contains(need.category()))
              .filter(need -> !isInferred(in.policy(), need.category()))
              .map(need ->
                  new Remark(
                      in.place(Kind.PURPOSE, purpose.id(), "data", need.category()),
                      say(
                          "No event brings '%s' to this purpose: people are told of more than is"
                              + " done.",
                          need.category()),
                      "Remove it here, or name the purpose at the event that brings it."));
        });
  }

  private static Set<String> brought(Policy policy, Purpose purpose) {
    var brought = new HashSet<String>();
    if (policy.segments().stream().anyMatch(one -> one.purpose().equals(purpose.id()))) {
      // people bring it themselves, when they answer
      purpose.data().forEach(need -> brought.add(need.category()));
    }
    for (var event : policy.events()) {
      if (event.purposes().contains(purpose.id())) {
        brought.add(event.category());
      }
      event.fields().stream()
          .filter(field -> field.purposes().contains(purpose.id()))
          .forEach(field -> brought.add(field.category()));
    }
    return brought;
  }

  private static boolean isInferred(Policy policy, String category) {
    return policy
        .category(category)
        .filter(found -> found.provenance() == Provenance.INFERRED)
        .isPresent();
  }

  private static Stream<Remark> event(Inspection in) {
    return in.policy().events().stream()
        .flatMap(event ->
            personal(in.policy(), event.purposes())
                .filter(purpose -> !feeds(event, purpose))
                .map(purpose ->
                    new Remark(
                        in.place(Kind.EVENT, event.id(), "purposes"),
                        say(
                            "'%s' learns nothing from this event: it takes no signal of it.",
                            purpose.id()),
                        "Take the purpose away here, or give it the signal.")));
  }

  private static boolean feeds(EventType event, Purpose purpose) {
    return event.signal().filter(purpose.signals()::contains).isPresent();
  }

  private static Stream<Remark> field(Inspection in) {
    return in.policy().events().stream()
        .flatMap(event -> event.fields().stream().flatMap(field -> field(in, event, field)));
  }

  private static Stream<Remark> field(Inspection in, EventType event, Field field) {
    return isCounted(in.policy(), event, field)
        ? Stream.empty()
        : personal(in.policy(), field.purposes())
            .map(purpose ->
                new Remark(
                    in.place(Kind.EVENT, event.id(), "fields", field.name(), "purposes"),
                    say("No signal counts by this field, so '%s' has no need of it.", purpose.id()),
                    "Take the purpose away here, or count by the field in the signal."));
  }

  /// Whether the event's signal counts by the field.
  static boolean isCounted(Policy policy, EventType event, Field field) {
    return event
        .signal()
        .flatMap(policy::signal)
        .flatMap(Signal::counts)
        .filter(threshold -> threshold.field().equals(field.name()))
        .isPresent();
  }

  /// Those of some purposes that answer a person by what is known of them.
  private static Stream<Purpose> personal(Policy policy, Set<String> ids) {
    return policy.purposes().stream()
        .filter(purpose -> ids.contains(purpose.id()) && purpose.level().isProfiling());
  }
}
