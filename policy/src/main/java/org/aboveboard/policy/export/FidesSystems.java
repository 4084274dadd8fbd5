package org.aboveboard.policy.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.Vendor;

/// The systems of a manifest: the server, one for each surface and one for each vendor, each with a
/// declaration for every purpose that has to do with it.
record FidesSystems(Policy policy, FidesKeys keys, Rest rest) {

  Stream<Part> all() {
    return Stream.of(
            Stream.of(server()),
            policy.surfaces().stream().map(this::surface),
            policy.declared().vendors().stream().map(this::vendor))
        .flatMap(systems -> systems);
  }

  static String word(Use use) {
    return Spoken.word(use);
  }

  private Part server() {
    var organisation = policy.organisation();
    return Part.EMPTY
        .with("fides_key", FidesKeys.SERVER)
        .with("name", "The personalization server of " + organisation.name())
        .with("system_type", "Service")
        .withTexts("responsibility", Stream.of("Controller"))
        .with("legal_name", organisation.controller().name())
        .with("legal_address", organisation.controller().address())
        .with("dpo", organisation.officers().dataProtection().email())
        .with(
            "requires_data_protection_assessments",
            policy.purposes().stream().anyMatch(Purpose::isInvasive))
        .with(
            "does_international_transfers",
            policy.declared().vendors().stream().anyMatch(one -> one.transfer().isPresent()))
        .withSomeParts("ingress", policy.events().stream().map(this::dataset))
        .withSomeParts("egress", policy.declared().vendors().stream().map(this::toVendor))
        .withParts("privacy_declarations", policy.purposes().stream().map(this::declaredByServer))
        .with("meta", Part.EMPTY.with("aboveboard", rest.server()));
  }

  private Part dataset(EventType event) {
    var told = new LinkedHashSet<>(List.of(event.category()));
    event.fields().forEach(field -> told.add(field.category()));
    return flow(FidesKeys.event(event.id()), "dataset", told.stream());
  }

  private Part toVendor(Vendor vendor) {
    return flow(FidesKeys.vendor(vendor.id()), "system", vendor.gets().stream().sorted());
  }

  private Part flow(String key, String type, Stream<String> categories) {
    return Part.EMPTY
        .with("fides_key", key)
        .with("type", type)
        .withTexts("data_categories", categories.map(keys::category));
  }

  private Part declaredByServer(Purpose purpose) {
    return declaration(purpose, FidesManifest.categories(purpose))
        .withTexts("features", purpose.uses().stream().sorted().map(FidesSystems::word))
        .withSomeTexts(
            "ingress",
            policy.events().stream()
                .filter(event -> event.purposes().contains(purpose.id()))
                .map(event -> FidesKeys.event(event.id())))
        .withSomeTexts("egress", recipients(purpose).map(vendor -> FidesKeys.vendor(vendor.id())));
  }

  private Part declaration(Purpose purpose, Stream<String> categories) {
    var used = categories.toList();
    var shared = recipients(purpose).toList();
    var declaration =
        Part.EMPTY
            .with("name", purpose.label().original())
            .with("data_use", keys.purpose(purpose))
            .withTexts("data_categories", used.stream().map(keys::category))
            .withTexts("data_subjects", Stream.of(FidesKeys.PERSON))
            .with("legal_basis_for_processing", FidesManifest.basis(purpose.basis()))
            .with("flexible_legal_basis_for_processing", false)
            .with("retention_period", Words.period(purpose.retention().longest()))
            .with("processes_special_category_data", isSensitive(used))
            .with("data_shared_with_third_parties", !shared.isEmpty())
            .with(
                "impact_assessment_location",
                purpose.assessment().map(id -> "assessments/" + id + ".yaml"));
    return shared.isEmpty()
        ? declaration
        : declaration
            .with(
                "third_parties",
                shared.stream()
                    .map(one -> one.label().original())
                    .collect(Collectors.joining(", ")))
            .withTexts(
                "shared_categories",
                used.stream()
                    .filter(id -> shared.stream().anyMatch(one -> one.gets().contains(id)))
                    .map(keys::category));
  }

  private boolean isSensitive(List<String> categories) {
    return categories.stream()
        .flatMap(id -> policy.category(id).stream())
        .anyMatch(Category::isSensitive);
  }

  private Part surface(Surface surface) {
    return Part.EMPTY
        .with("fides_key", FidesKeys.surface(surface.id()))
        .with("name", surface.label().original())
        .with("system_type", "Application")
        .withParts(
            "privacy_declarations",
            surface.purposes().stream()
                .flatMap(id -> policy.purpose(id).stream())
                .map(purpose ->
                    declaration(purpose, FidesManifest.categories(purpose))
                        .withTexts("features", Stream.of(word(Use.SERVE)))))
        .with(
            "meta",
            Part.EMPTY.with("aboveboard", Part.EMPTY.with("surface", rest.surface(surface))));
  }

  private Part vendor(Vendor vendor) {
    var isProcessor = vendor.role() == Vendor.Role.PROCESSOR;
    return Part.EMPTY
        .with("fides_key", FidesKeys.vendor(vendor.id()))
        .with("name", vendor.label().original())
        .with("description", vendor.why().original())
        .with("system_type", "Third Party")
        .withTexts("responsibility", Stream.of(isProcessor ? "Processor" : "Controller"))
        .with("legal_name", vendor.party().name())
        .with("legal_address", vendor.party().address())
        .with("dpo", vendor.party().email())
        .with("does_international_transfers", vendor.transfer().isPresent())
        .withTexts("legal_basis_for_transfers", vendor.transfer().stream())
        .withParts(
            "ingress", Stream.of(flow(FidesKeys.SERVER, "system", vendor.gets().stream().sorted())))
        .withParts(
            "privacy_declarations",
            policy.purposes().stream()
                .filter(purpose -> purpose.recipients().contains(vendor.id()))
                .map(purpose ->
                    declaration(
                        purpose,
                        FidesManifest.categories(purpose).filter(vendor.gets()::contains))))
        .with(
            "meta", Part.EMPTY.with("aboveboard", Part.EMPTY.with("vendor", rest.vendor(vendor))));
  }

  private Stream<Vendor> recipients(Purpose purpose) {
    return purpose.recipients().stream().flatMap(id -> policy.vendor(id).stream());
  }
}
