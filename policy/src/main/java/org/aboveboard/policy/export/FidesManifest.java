package org.aboveboard.policy.export;

import static org.aboveboard.policy.Spoken.say;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.FieldType;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;

/// A policy as a manifest: its terms, datasets and rules; the systems are [FidesSystems].
final class FidesManifest {
  /// The key under which another tool finds the one organisation.
  private static final String ORGANISATION = "default_organization";

  private final Policy policy;
  private final FidesKeys keys;
  private final Rest rest;

  FidesManifest(Policy policy) {
    this.policy = policy;
    this.keys = new FidesKeys(policy);
    this.rest = new Rest(policy);
  }

  Part whole() {
    return Part.EMPTY
        .withParts("organization", Stream.of(organisation()))
        .withParts("data_category", policy.categories().stream().map(this::category))
        .withParts("data_use", Stream.concat(purposes(), forbiddenUses()))
        .withParts("data_subject", Stream.of(person()))
        .withParts("dataset", policy.events().stream().map(this::dataset))
        .withParts("system", new FidesSystems(policy, keys, rest).all())
        .withParts("policy", Stream.of(prohibitions()));
  }

  private Part organisation() {
    var organisation = policy.organisation();
    var officer = organisation.officers().dataProtection();
    return Part.EMPTY
        .with("fides_key", ORGANISATION)
        .with("name", organisation.name())
        .withTexts("tags", Stream.of("aboveboard:policy=" + policy.digest()))
        .with("controller", contact(organisation.controller()))
        .with(
            "data_protection_officer",
            Part.EMPTY.with("name", officer.title().original()).with("email", officer.email()));
  }

  private static Part contact(Organisation.Party party) {
    return Part.EMPTY
        .with("name", party.name())
        .with("address", party.address())
        .with("email", party.email());
  }

  private Part category(Category category) {
    return Part.EMPTY
        .with("fides_key", keys.category(category))
        .with("name", category.label().original())
        .with("parent_key", keys.parent(category));
  }

  private Stream<Part> purposes() {
    return policy.purposes().stream()
        .map(purpose ->
            Part.EMPTY
                .with("fides_key", keys.purpose(purpose))
                .with("name", purpose.label().original())
                .with("description", purpose.sentence().original())
                .with("parent_key", FidesKeys.above(keys.purpose(purpose))));
  }

  /// The single uses that some rule names.
  private Stream<Part> forbiddenUses() {
    return policy.purposes().stream()
        .flatMap(purpose ->
            Arrays.stream(Use.values())
                .filter(use -> use != Use.COLLECT)
                .filter(use ->
                    policy.declared().prohibitions().stream()
                        .anyMatch(no -> no.uses().contains(use) && isAbout(no, purpose)))
                .map(use ->
                    Part.EMPTY
                        .with("fides_key", keys.use(purpose, use))
                        .with(
                            "name",
                            say("%s: %s", purpose.label().original(), FidesSystems.word(use)))
                        .with("parent_key", keys.purpose(purpose))));
  }

  private Part person() {
    var isProfiled = policy.purposes().stream().anyMatch(purpose -> purpose.level().isProfiling());
    return Part.EMPTY
        .with("fides_key", FidesKeys.PERSON)
        .with("name", "Person")
        .with("description", "Whoever uses what the organisation offers.")
        .with("rights", Part.EMPTY.with("strategy", "ALL"))
        .with("automated_decisions_or_profiling", isProfiled);
  }

  private Part dataset(EventType event) {
    var collection =
        Part.EMPTY
            .with("name", event.id())
            .withTexts("data_categories", Stream.of(keys.category(event.category())))
            .withTexts("data_uses", purposes(event.purposes()))
            .withTexts("data_subjects", Stream.of(FidesKeys.PERSON))
            .withParts("fields", event.fields().stream().map(this::field));
    return Part.EMPTY
        .with("fides_key", FidesKeys.event(event.id()))
        .with("name", event.label().original())
        .with("meta", Part.EMPTY.with("aboveboard", rest.event(event)))
        .withParts("collections", Stream.of(collection));
  }

  private Part field(Field field) {
    return Part.EMPTY
        .with("name", field.name())
        .withTexts("data_categories", Stream.of(keys.category(field.category())))
        .withTexts("data_uses", purposes(field.purposes()))
        .with("fides_meta", Part.EMPTY.with("data_type", type(field.type())));
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT, TIME -> "string";
      case NUMBER -> "float";
      case FLAG -> "boolean";
    };
  }

  private Stream<String> purposes(Set<String> ids) {
    return policy.purposes().stream().filter(one -> ids.contains(one.id())).map(keys::purpose);
  }

  private Part prohibitions() {
    return Part.EMPTY
        .with("fides_key", FidesKeys.PROHIBITIONS)
        .with("name", "What is never done")
        .with("description", "A declaration that a rule matches is a violation.")
        .withParts("rules", policy.declared().prohibitions().stream().map(this::rule));
  }

  /// A rule names all that is part of what it forbids, since fideslang takes a term to be part of
  /// another one by its key alone.
  private Part rule(Prohibition no) {
    return Part.EMPTY
        .with("name", no.id())
        .with(
            "data_categories",
            any(
                policy.categories().stream()
                    .filter(one -> policy.declared().isPartOf(one.id(), no.categories()))
                    .map(keys::category)))
        .with(
            "data_uses",
            any(
                policy.purposes().stream()
                    .filter(purpose -> isAbout(no, purpose))
                    .flatMap(purpose ->
                        Arrays.stream(Use.values())
                            .filter(no.uses()::contains)
                            .map(use -> keys.use(purpose, use)))))
        .with("data_subjects", any(Stream.of(FidesKeys.PERSON)));
  }

  private static Part any(Stream<String> values) {
    return Part.EMPTY.with("matches", "ANY").withTexts("values", values);
  }

  private static boolean isAbout(Prohibition no, Purpose purpose) {
    return no.purposes().isEmpty() || no.purposes().contains(purpose.id());
  }

  /// What fideslang calls a basis.
  static String basis(Basis basis) {
    return switch (basis) {
      case CONSENT -> "Consent";
      case CONTRACT -> "Contract";
      case LEGAL_OBLIGATION -> "Legal obligations";
      case LEGITIMATE_INTEREST -> "Legitimate interests";
    };
  }

  static Stream<String> categories(Purpose purpose) {
    return purpose.data().stream().map(Need::category);
  }
}
