package org.aboveboard.policy;

import static org.aboveboard.policy.Json.list;
import static org.aboveboard.policy.Json.members;

import java.util.Comparator;
import java.util.stream.Stream;

/// A declaration as canonical JSON: whole, or cut down to what one purpose means.
final class Canonical {

  private final Declared declared;

  Canonical(Declared declared) {
    this.declared = declared;
  }

  String policy() {
    return members()
        .text("format", "aboveboard-policy-0")
        .with("organisation", organisation(declared.organisation()))
        .with("categories", list(declared.categories().stream().map(Canonical::category)))
        .with("signals", list(declared.signals().stream().map(Canonical::signal)))
        .with("events", list(declared.events().stream().map(Canonical::event)))
        .with("purposes", list(declared.purposes().stream().map(Canonical::purpose)))
        .with("surfaces", list(declared.surfaces().stream().map(Canonical::surface)))
        .with("roles", list(declared.roles().stream().map(Canonical::role)))
        .object();
  }

  /// What a person agrees to: not the wording, the owner, or how long a yes lasts.
  String meaning(Purpose purpose) {
    var categories =
        declared.categories().stream()
            .filter(category -> purpose.data().stream().anyMatch(n -> is(n, category)))
            .map(category ->
                members()
                    .text("id", category.id())
                    .text("sensitivity", category.sensitivity().name())
                    .text("provenance", category.provenance().name())
                    .object());
    return meaningOf(purpose)
        .with("data", list(categories))
        .with("events", list(eventsFor(purpose)))
        .set("surfaces", declared.surfacesOf(purpose).stream())
        .object();
  }

  private Stream<String> eventsFor(Purpose purpose) {
    return declared.events().stream()
        .filter(event -> event.purposes().contains(purpose.id()))
        .map(event -> eventMeaning(event, purpose));
  }

  private static boolean is(Need need, Category category) {
    return need.category().equals(category.id());
  }

  private static Json.Members meaningOf(Purpose purpose) {
    return members()
        .text("id", purpose.id())
        .text("basis", purpose.basis().name())
        .text("level", purpose.level().name())
        .set("uses", purpose.uses().stream().map(Use::name))
        .set("signals", purpose.signals().stream())
        .text("retention", purpose.retention().normalized().toString())
        .set("recipients", purpose.recipients().stream());
  }

  private static String purpose(Purpose purpose) {
    var data =
        purpose.data().stream()
            .sorted(Comparator.comparing(Need::category))
            .map(n ->
                members().text("category", n.category()).text("because", n.because()).object());
    return meaningOf(purpose)
        .number("number", purpose.number())
        .text("label", purpose.label())
        .text("sentence", purpose.sentence())
        .with("data", list(data))
        .set("aliases", purpose.aliases().stream())
        .text("consentLasts", purpose.consentLasts().normalized().toString())
        .text("owner", purpose.owner())
        .text("ifNo", purpose.ifNo())
        .flag("approved", purpose.approved())
        .object();
  }

  private static String organisation(Organisation organisation) {
    var shown = organisation.whatWeShow();
    var officers = organisation.officers();
    return members()
        .text("name", organisation.name())
        .text("contact", organisation.contact())
        .text("controller", organisation.controller())
        .text("language", organisation.language())
        .with("whatWeShow", members().text("one", shown.one()).text("many", shown.many()).object())
        .with(
            "officers",
            members()
                .text("dataSteward", officers.dataSteward())
                .text("modelOwner", officers.modelOwner())
                .text("ethicsOfficer", officers.ethicsOfficer())
                .object())
        .object();
  }

  private static String category(Category category) {
    return members()
        .text("id", category.id())
        .text("label", category.label())
        .text("sensitivity", category.sensitivity().name())
        .text("provenance", category.provenance().name())
        .object();
  }

  private static String signal(Signal signal) {
    var json =
        members()
            .text("id", signal.id())
            .text("verb", signal.verb())
            .number("weight", signal.weight());
    signal.counts().ifPresent(threshold -> json.with("counts", threshold(threshold)));
    return json.object();
  }

  private static String threshold(Signal.Threshold threshold) {
    return members()
        .text("field", threshold.field())
        .text("atLeast", Double.toString(threshold.atLeast()))
        .object();
  }

  private static String event(EventType event) {
    return eventMembers(event)
        .text("label", event.label())
        .set("purposes", event.purposes().stream())
        .with("fields", list(event.fields().stream().map(Canonical::field)))
        .object();
  }

  private static String eventMeaning(EventType event, Purpose purpose) {
    var fields =
        event.fields().stream()
            .filter(field -> field.purposes().contains(purpose.id()))
            .map(field -> fieldMembers(field).object());
    return eventMembers(event).with("fields", list(fields)).object();
  }

  private static Json.Members eventMembers(EventType event) {
    var json =
        members()
            .text("id", event.id())
            .text("type", event.type())
            .set("names", event.names().stream())
            .text("category", event.category());
    event.item().ifPresent(path -> json.text("item", path.toString()));
    event.signal().ifPresent(signal -> json.text("signal", signal));
    return json;
  }

  private static String field(Field field) {
    return fieldMembers(field).set("purposes", field.purposes().stream()).object();
  }

  private static Json.Members fieldMembers(Field field) {
    return members()
        .text("id", field.id())
        .text("path", field.path().toString())
        .text("type", field.type().name())
        .text("category", field.category());
  }

  private static String surface(Surface surface) {
    return members()
        .text("id", surface.id())
        .text("label", surface.label())
        .texts("purposes", surface.purposes().stream())
        .text("fallback", surface.fallback().name())
        .text("window", surface.window().normalized().toString())
        .flag("promptSlot", surface.promptSlot())
        .flag("critical", surface.critical())
        .number("length", surface.length())
        .object();
  }

  private static String role(Role role) {
    return members()
        .text("id", role.id())
        .text("label", role.label())
        .set("uses", role.uses().stream().map(Use::name))
        .object();
  }
}
