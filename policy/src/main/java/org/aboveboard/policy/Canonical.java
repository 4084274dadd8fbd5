package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.aboveboard.policy.Json.members;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A declaration as canonical JSON, in the shape of its files: a member for each file or folder,
/// and within it the keys that the files have. So the same reader reads both.
final class Canonical {

  private final Declared declared;

  Canonical(Declared declared) {
    this.declared = declared;
  }

  String policy() {
    var json =
        members()
            .text("format", "aboveboard-policy-1")
            .with("organisation", organisation(declared.organisation()))
            .with("asking", asking(declared.asking()))
            .with("changes", changes())
            .with("roles", byId(declared.roles(), Role::id, Canonical::role))
            .with("people", byId(declared.people(), Person::id, Canonical::person))
            .with("categories", byId(declared.categories(), Category::id, Canonical::category))
            .with("signals", byId(declared.signals(), Signal::id, Canonical::signal))
            .with("events", byId(declared.events(), EventType::id, Canonical::event))
            .with("purposes", byId(declared.purposes(), Purpose::id, Canonical::purpose))
            .with("surfaces", byId(declared.surfaces(), Surface::id, Canonical::surface))
            .with("vendors", byId(declared.vendors(), Vendor::id, Canonical::vendor))
            .with("models", byId(declared.models(), Model::id, Canonical::model))
            .with(
                "prohibitions",
                byId(declared.prohibitions(), Prohibition::id, Canonical::prohibition))
            .with(
                "assessments", byId(declared.assessments(), Assessment::id, Canonical::assessment));
    CanonicalOversight.add(declared.oversight(), json);
    return json.object();
  }

  /// What a person agrees to; its digest is over its canonical JSON.
  Meaning meaning(Purpose purpose) {
    var categories =
        declared.categories().stream()
            .filter(c -> purpose.data().stream().anyMatch(n -> n.category().equals(c.id())))
            .collect(toUnmodifiableMap(Category::id, Canonical::categoryMeaning));
    var events =
        declared.events().stream()
            .filter(event -> event.purposes().contains(purpose.id()))
            .collect(toUnmodifiableMap(EventType::id, event -> eventMembers(event).object()));
    var fields =
        declared
            .fields()
            .filter(field -> field.purposes().contains(purpose.id()))
            .collect(toUnmodifiableMap(Field::id, field -> fieldMembers(field).object()));
    var digest =
        Digest.of(
            members()
                .text("purpose", purpose.id())
                .text("basis", word(purpose.basis()))
                .text("level", word(purpose.level()))
                .set("uses", words(purpose.uses()))
                .with("categories", object(categories))
                .with("events", object(events))
                .with("fields", object(fields))
                .set("signals", purpose.signals().stream())
                .set("surfaces", declared.surfacesOf(purpose).stream())
                .set("recipients", purpose.recipients().stream())
                .with("retention", retention(purpose.retention()))
                .object());
    return new Meaning(
        purpose.id(),
        purpose.basis(),
        purpose.level(),
        purpose.uses(),
        categories,
        events,
        fields,
        purpose.signals(),
        declared.surfacesOf(purpose),
        Set.copyOf(purpose.recipients()),
        purpose.retention(),
        digest);
  }

  private static String object(Map<String, String> members) {
    var object = members();
    members.forEach(object::with);
    return object.object();
  }

  private static String categoryMeaning(Category category) {
    return members()
        .text("sensitivity", word(category.sensitivity()))
        .text("provenance", word(category.provenance()))
        .object();
  }

  private static String organisation(Organisation organisation) {
    var shown = organisation.whatWeShow();
    var officers = organisation.officers();
    var supervisor = organisation.supervisor();
    return members()
        .text("name", organisation.name())
        .with("controller", party(organisation.controller()))
        .texts("languages", organisation.languages().stream().map(Language::code))
        .with(
            "whatWeShow",
            members().with("one", text(shown.one())).with("many", text(shown.many())).object())
        .with(
            "officers",
            members()
                .with("dataSteward", officer(officers.dataSteward()))
                .with("modelOwner", officer(officers.modelOwner()))
                .with("ethicsOfficer", officer(officers.ethicsOfficer()))
                .with("dataProtection", officer(officers.dataProtection()))
                .object())
        .text("jurisdiction", organisation.jurisdiction())
        .with(
            "supervisor",
            members()
                .text("name", supervisor.name())
                .text("website", supervisor.website())
                .object())
        .set("storedIn", organisation.storedIn().stream())
        .object();
  }

  private static String officer(Organisation.Officer officer) {
    return members().with("title", text(officer.title())).text("email", officer.email()).object();
  }

  private static String party(Organisation.Party party) {
    return members()
        .text("name", party.name())
        .text("address", party.address())
        .text("country", party.country())
        .text("email", party.email())
        .object();
  }

  private static String asking(Asking asking) {
    return members()
        .number("perSession", asking.perSession())
        .text("againAfter", period(asking.againAfter()))
        .number("minorsUnder", asking.minorsUnder())
        .flag("sharedDevices", asking.sharedDevices())
        .text("visitLasts", period(asking.visitLasts()))
        .object();
  }

  private String changes() {
    var json = members().texts("invasive", declared.approvers().stream());
    for (var turn : Turn.values()) {
      json.texts(word(turn), declared.changes().of(turn).stream());
    }
    return json.object();
  }

  private static String role(Role role) {
    return members().with("label", text(role.label())).set("uses", words(role.uses())).object();
  }

  private static String person(Person person) {
    return members()
        .text("name", person.name())
        .text("role", person.role())
        .text("key", person.key())
        .object();
  }

  private static String category(Category category) {
    var json =
        members()
            .with("label", text(category.label()))
            .text("sensitivity", word(category.sensitivity()))
            .text("provenance", word(category.provenance()))
            .with("aliases", aliases(category.aliases()));
    category.parent().ifPresent(parent -> json.text("parent", parent));
    return json.object();
  }

  private static String aliases(Aliases aliases) {
    return members()
        .texts("fideslang", aliases.fideslang().stream())
        .texts("dpv", aliases.dpv().stream())
        .with("tcf", Json.list(aliases.tcf().stream().map(Object::toString)))
        .set("names", aliases.names().stream())
        .object();
  }

  private static String signal(Signal signal) {
    var json = members().with("verb", text(signal.verb())).number("weight", signal.weight());
    signal
        .counts()
        .ifPresent(threshold ->
            json.with(
                "counts",
                members()
                    .text("field", threshold.field())
                    .decimal("atLeast", threshold.atLeast())
                    .object()));
    return json.object();
  }

  private static String event(EventType event) {
    return eventMembers(event)
        .with("label", text(event.label()))
        .set("purposes", event.purposes().stream())
        .with("fields", byId(event.fields(), Field::name, Canonical::field))
        .object();
  }

  private static Json.Members eventMembers(EventType event) {
    var json =
        members()
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
    var json =
        members()
            .text("path", field.path().toString())
            .text("type", word(field.type()))
            .text("category", field.category());
    field
        .range()
        .ifPresent(range -> json.decimal("least", range.least()).decimal("most", range.most()));
    return json;
  }

  private static String purpose(Purpose purpose) {
    var json =
        members()
            .number("number", purpose.number())
            .with("label", text(purpose.label()))
            .with("sentence", text(purpose.sentence()))
            .text("basis", word(purpose.basis()))
            .text("level", word(purpose.level()))
            .set("uses", words(purpose.uses()))
            .with("data", byId(purpose.data(), Need::category, Canonical::need))
            .set("signals", purpose.signals().stream())
            .with("aliases", aliases(purpose.aliases()))
            .with("retention", retention(purpose.retention()))
            .set("recipients", purpose.recipients().stream())
            .text("owner", purpose.owner())
            .with("ifNo", text(purpose.ifNo()))
            .text("minors", word(purpose.minors()));
    purpose.act().ifPresent(act -> json.with("act", text(act)));
    purpose.assessment().ifPresent(assessment -> json.text("assessment", assessment));
    if (purpose.isAsked()) {
      json.text("consentLasts", period(purpose.consentLasts()));
    }
    return json.object();
  }

  private static String need(Need need) {
    return members()
        .text("necessity", word(need.necessity()))
        .with("because", text(need.because()))
        .object();
  }

  private static String retention(Retention retention) {
    return members()
        .text("events", period(retention.events()))
        .text("model", period(retention.model()))
        .text("answers", period(retention.answers()))
        .object();
  }

  private static String surface(Surface surface) {
    var json =
        members()
            .with("label", text(surface.label()))
            .texts("purposes", surface.purposes().stream())
            .text("fallback", word(surface.fallback()))
            .flag("promptSlot", surface.promptSlot())
            .flag("critical", surface.critical())
            .number("length", surface.length());
    surface.signals().ifPresent(signals -> json.set("signals", signals.stream()));
    if (!surface.window().isZero()) {
      json.text("window", period(surface.window()));
    }
    CanonicalOversight.add(surface.showing(), json);
    return json.object();
  }

  private static String vendor(Vendor vendor) {
    var certificates = members();
    vendor.certificates().forEach(c -> certificates.text(c.name(), c.until().toString()));
    var json =
        members()
            .with("label", text(vendor.label()))
            .with("party", party(vendor.party()))
            .text("role", word(vendor.role()))
            .set("gets", vendor.gets().stream())
            .with("why", text(vendor.why()))
            .text("contractUntil", vendor.contractUntil().toString())
            .with("certificates", certificates.object());
    vendor.transfer().ifPresent(transfer -> json.text("transfer", transfer));
    return json.object();
  }

  private static String model(Model model) {
    var limits = members();
    model.limits().forEach(limit -> limits.with(limit.figure().word(), limit(limit)));
    var json =
        members()
            .with("label", text(model.label()))
            .with("sentence", text(model.sentence()))
            .text("owner", model.owner())
            .set("purposes", model.purposes().stream())
            .set("inputs", model.inputs().stream())
            .set("prohibited", model.prohibited().stream())
            .with("limits", limits.object());
    if (!model.overriddenBy().isEmpty()) {
      json.set("overriddenBy", model.overriddenBy().stream());
    }
    return json.object();
  }

  private static String limit(Model.Limit limit) {
    return members().decimal(word(limit.bound()), limit.value()).object();
  }

  private static String prohibition(Prohibition prohibition) {
    return members()
        .with("label", text(prohibition.label()))
        .set("categories", prohibition.categories().stream())
        .set("uses", words(prohibition.uses()))
        .set("purposes", prohibition.purposes().stream())
        .object();
  }

  private static String assessment(Assessment assessment) {
    var of = members();
    assessment.of().forEach(of::text);
    return members()
        .with("label", text(assessment.label()))
        .with("conclusion", text(assessment.conclusion()))
        .with("of", of.object())
        .text("by", assessment.by())
        .text("on", assessment.on().toString())
        .text("until", assessment.until().toString())
        .text("outcome", word(assessment.outcome()))
        .object();
  }

  static String text(Text text) {
    var json = members();
    text.words().forEach((language, words) -> json.text(language.code(), words));
    return json.object();
  }

  static String period(Period period) {
    return period.normalized().toString();
  }

  static <T> String byId(List<T> things, Function<T, String> id, Function<T, String> json) {
    var object = members();
    things.forEach(thing -> object.with(id.apply(thing), json.apply(thing)));
    return object.object();
  }

  private static Stream<String> words(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Canonical::word);
  }

  /// A constant as the files write it: `legalObligation`.
  static String word(Enum<?> constant) {
    return Spoken.word(constant);
  }
}
