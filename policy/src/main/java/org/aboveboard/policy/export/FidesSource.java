package org.aboveboard.policy.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A manifest that is being read: its parts, and the ids that its keys get.
final class FidesSource {
  private static final String PERSONALIZE = "personalize";

  private final Part root;
  private final Part rest;
  private final FidesIds categories;
  private final FidesIds purposes;
  private final FidesIds vendors;
  private final FidesIds surfaces;

  /// What one system says about one use of data.
  record Declaration(Part system, Part part) {
    String use() {
      return part.text("data_use").orElse("");
    }
  }

  FidesSource(Part root) {
    this.root = root;
    this.rest =
        root.parts("system").stream()
            .filter(system -> system.text("fides_key").filter(FidesKeys.SERVER::equals).isPresent())
            .findFirst()
            .map(system -> system.part("meta").part("aboveboard"))
            .orElse(Part.EMPTY);
    this.categories = FidesIds.of(Stream.concat(declaredCategories(), usedCategories()));
    this.purposes = FidesIds.of(purposeKeys());
    this.vendors = FidesIds.of(vendors().map(FidesSource::key), FidesKeys.VENDOR);
    this.surfaces = FidesIds.of(surfaces().map(FidesSource::key), FidesKeys.SURFACE);
  }

  /// What a policy keeps of itself in a manifest; empty in one of another tool.
  Part rest() {
    return rest;
  }

  Part rest(String folder, String id) {
    return rest.part(folder).part(id);
  }

  boolean isOurs() {
    return !rest.isEmpty();
  }

  Part organisation() {
    return root.parts("organization").stream().findFirst().orElse(Part.EMPTY);
  }

  FidesIds categories() {
    return categories;
  }

  FidesIds purposes() {
    return purposes;
  }

  FidesIds vendorIds() {
    return vendors;
  }

  FidesIds surfaceIds() {
    return surfaces;
  }

  /// The term itself, where the manifest declares it.
  Part category(String key) {
    return find("data_category", key);
  }

  Part use(String key) {
    return find("data_use", key);
  }

  List<Part> datasets() {
    return root.parts("dataset");
  }

  Stream<Part> rules() {
    return root.parts("policy").stream().flatMap(policy -> policy.parts("rules").stream());
  }

  /// Every declaration of a use of data, wherever it stands.
  List<Declaration> declarations(String use) {
    return declarations().filter(one -> one.use().equals(use)).toList();
  }

  /// Systems outside of the house.
  Stream<Part> vendors() {
    return root.parts("system").stream().filter(FidesSource::isVendor);
  }

  /// Systems in which something is made personal.
  Stream<Part> surfaces() {
    return root.parts("system").stream().filter(this::isSurface);
  }

  static String key(Part part) {
    return part.text("fides_key").orElse("");
  }

  static Part rest(Part system, String what) {
    return system.part("meta").part("aboveboard").part(what);
  }

  /// The parts of a dataset that hold fields.
  static List<Part> collections(Part dataset) {
    return dataset.parts("collections");
  }

  private static boolean isVendor(Part system) {
    var type = system.text("system_type").orElse("").toLowerCase(Locale.ROOT);
    var responsible = Set.copyOf(system.texts("responsibility"));
    return key(system).startsWith(FidesKeys.VENDOR)
        || type.replace('_', ' ').replace('-', ' ').contains("third party")
        || system.text("vendor_id").isPresent()
        || (!responsible.isEmpty() && !responsible.contains("Controller"));
  }

  private boolean isSurface(Part system) {
    return !isVendor(system)
        && !key(system).equals(FidesKeys.SERVER)
        && (key(system).startsWith(FidesKeys.SURFACE)
            || system.parts("privacy_declarations").stream()
                .flatMap(one -> one.text("data_use").stream())
                .anyMatch(use -> FidesKeys.isWithin(use, PERSONALIZE)));
  }

  private Stream<Declaration> declarations() {
    return root.parts("system").stream()
        .flatMap(system ->
            system.parts("privacy_declarations").stream()
                .map(part -> new Declaration(system, part)));
  }

  private Stream<String> declaredCategories() {
    return root.parts("data_category").stream()
        .filter(term -> !term.isTrue("is_default"))
        .map(FidesSource::key)
        .filter(key -> !key.isEmpty());
  }

  private Stream<String> usedCategories() {
    var used = new LinkedHashSet<String>();
    root.parts("system")
        .forEach(system -> {
          Stream.of("ingress", "egress")
              .flatMap(flow -> system.parts(flow).stream())
              .forEach(flow -> used.addAll(flow.texts("data_categories")));
          system
              .parts("privacy_declarations")
              .forEach(one -> used.addAll(one.texts("data_categories")));
        });
    datasets().forEach(dataset -> addAll(used, dataset));
    rules().forEach(rule -> used.addAll(rule.part("data_categories").texts("values")));
    return used.stream();
  }

  private static void addAll(Set<String> used, Part part) {
    used.addAll(part.texts("data_categories"));
    Stream.of("collections", "fields")
        .flatMap(inner -> part.parts(inner).stream())
        .forEach(inner -> addAll(used, inner));
  }

  /// Our own terms that are no single use of another one of ours, and whatever is declared.
  private Stream<String> purposeKeys() {
    return Stream.concat(
            root.parts("data_use").stream()
                .map(FidesSource::key)
                .filter(key -> FidesKeys.ours(key).isPresent())
                .filter(key -> FidesKeys.above(key).flatMap(FidesKeys::ours).isEmpty()),
            declarations().map(Declaration::use))
        .filter(key -> !key.isEmpty());
  }

  private Part find(String kind, String key) {
    return root.parts(kind).stream()
        .filter(term -> key(term).equals(key))
        .findFirst()
        .orElse(Part.EMPTY);
  }
}
