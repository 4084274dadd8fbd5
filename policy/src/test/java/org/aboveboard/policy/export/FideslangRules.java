package org.aboveboard.policy.export;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Yaml;

/// The published rules for a manifest, held against one: fideslang 3.1, `models.py` and
/// `validation.py`, put into words of ours.
///
/// Stricter than fideslang itself in one way: a reference must lead to something.
final class FideslangRules {
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.<>-]+");
  private static final Set<String> BASES =
      Set.of(
          "Consent",
          "Contract",
          "Legal obligations",
          "Vital interests",
          "Public interest",
          "Legitimate interests");
  private static final Set<String> TYPES =
      Set.of("string", "integer", "float", "boolean", "object_id", "object");
  private static final Set<String> RESPONSIBLE = Set.of("Controller", "Processor", "Sub-Processor");
  private static final Set<String> LISTS =
      Set.of(
          "data_category",
          "data_subject",
          "data_use",
          "dataset",
          "system",
          "policy",
          "organization");

  private final Part root;
  private final Set<String> categories;
  private final Set<String> uses;
  private final Set<String> subjects;
  private final List<String> broken = new ArrayList<>();

  /// @param vocabulary the default terms by kind, each as `data_use personalize`
  private FideslangRules(Part root, Set<String> vocabulary) {
    this.root = root;
    this.categories = known("data_category", vocabulary);
    this.uses = known("data_use", vocabulary);
    this.subjects = known("data_subject", vocabulary);
  }

  /// Every rule that the manifest breaks.
  static List<String> broken(Part manifest, Set<String> vocabulary) {
    var rules = new FideslangRules(manifest, vocabulary);
    rules.check();
    return rules.broken;
  }

  private Set<String> known(String kind, Set<String> vocabulary) {
    return Stream.concat(
            vocabulary.stream()
                .filter(term -> term.startsWith(kind + " "))
                .map(term -> term.substring(kind.length() + 1)),
            root.parts(kind).stream().flatMap(term -> term.text("fides_key").stream()))
        .collect(toSet());
  }

  private void check() {
    root.keys().stream()
        .filter(list -> !LISTS.contains(list))
        .forEach(list -> no("root", "unknown list " + list));
    LISTS.forEach(list -> {
      var keys = new HashSet<String>();
      root.parts(list).forEach(one -> resource(list, one, keys));
    });
    root.parts("data_category").forEach(term -> term(term, categories));
    root.parts("data_use").forEach(term -> term(term, uses));
    root.parts("data_subject").forEach(this::subject);
    root.parts("dataset").forEach(this::dataset);
    root.parts("system").forEach(this::system);
    root.parts("policy").forEach(this::policy);
    root.parts("organization").forEach(this::organization);
  }

  private void resource(String list, Part one, Set<String> keys) {
    var key = required(list, one, "fides_key");
    if (!KEY.matcher(key).matches()) {
      no(key, "is no key");
    }
    if (!keys.add(key)) {
      no(key, "is there twice");
    }
    one.get("tags").ifPresent(_ -> list(key, one, "tags"));
  }

  private void term(Part term, Set<String> known) {
    var key = term.text("fides_key").orElse("");
    var parent = term.text("parent_key");
    if (parent.filter(key::equals).isPresent()) {
      no(key, "hangs below itself");
    }
    if (!FidesKeys.above(key).equals(parent)) {
      no(key, "does not hang below what its key says");
    }
    parent.filter(above -> !known.contains(above)).ifPresent(_ -> no(key, "has an unknown parent"));
    notDefault(term);
  }

  private void notDefault(Part term) {
    for (var key : List.of("version_added", "version_deprecated", "replaced_by")) {
      if (!term.isTrue("is_default") && term.has(key)) {
        no(term.text("fides_key").orElse(""), "is no default and has " + key);
      }
    }
  }

  private void subject(Part subject) {
    notDefault(subject);
    var key = subject.text("fides_key").orElse("");
    if (subject.has("rights")) {
      var rights = subject.part("rights");
      var strategy = required(key, rights, "strategy");
      oneOf(key, "strategy", strategy, Set.of("ALL", "EXCLUDE", "INCLUDE", "NONE"));
      if (Set.of("INCLUDE", "EXCLUDE").contains(strategy) && !rights.has("values")) {
        no(key, "names no rights");
      }
    }
    flag(key, subject, "automated_decisions_or_profiling");
  }

  private void dataset(Part dataset) {
    var key = dataset.text("fides_key").orElse("");
    block(key, dataset, "meta");
    references(key, dataset);
    list(key, dataset, "collections");
    unique(key, dataset.parts("collections"));
    dataset
        .parts("collections")
        .forEach(collection -> {
          required(key, collection, "name");
          references(key, collection);
          list(key, collection, "fields");
          unique(key, collection.parts("fields"));
          collection.parts("fields").forEach(field -> field(key, field));
        });
  }

  private void field(String dataset, Part field) {
    required(dataset, field, "name");
    references(dataset, field);
    field
        .part("fides_meta")
        .text("data_type")
        .ifPresent(type -> oneOf(dataset, "data_type", type.replace("[]", ""), TYPES));
    field.parts("fields").forEach(inner -> field(dataset, inner));
  }

  private void system(Part system) {
    var key = system.text("fides_key").orElse("");
    required(key, system, "system_type");
    block(key, system, "meta");
    list(key, system, "privacy_declarations");
    system.texts("responsibility").forEach(one -> oneOf(key, "responsibility", one, RESPONSIBLE));
    for (var flag :
        List.of(
            "processes_personal_data",
            "exempt_from_privacy_regulations",
            "uses_profiling",
            "does_international_transfers",
            "requires_data_protection_assessments",
            "uses_cookies")) {
      flag(key, system, flag);
    }
    for (var direction : List.of("ingress", "egress")) {
      system.parts(direction).forEach(flow -> flow(key, flow));
    }
    system.parts("privacy_declarations").forEach(one -> declaration(key, system, one));
  }

  private void flow(String system, Part flow) {
    var other = required(system, flow, "fides_key");
    var type = required(system, flow, "type");
    oneOf(system, "type", type, Set.of("dataset", "system", "user"));
    if (other.equals("user") != type.equals("user")) {
      no(system, "uses the key 'user' for something else");
    }
    if (!type.equals("user") && keys(type).noneMatch(other::equals)) {
      no(system, "flows to the unknown " + other);
    }
    references(system, flow);
  }

  private void declaration(String key, Part system, Part one) {
    list(key, one, "data_categories");
    references(key, one);
    var use = required(key, one, "data_use");
    if (!uses.contains(use)) {
      no(key, "declares the unknown use " + use);
    }
    one.text("legal_basis_for_processing").ifPresent(basis -> oneOf(key, "basis", basis, BASES));
    for (var flag :
        List.of(
            "flexible_legal_basis_for_processing",
            "processes_special_category_data",
            "data_shared_with_third_parties")) {
      flag(key, one, flag);
    }
    for (var direction : List.of("ingress", "egress")) {
      var there = system.parts(direction).stream().flatMap(flow -> flow.text("fides_key").stream());
      var flows = there.collect(toSet());
      one.texts(direction).stream()
          .filter(flow -> !flows.contains(flow))
          .forEach(flow -> no(key, "has no " + direction + " " + flow));
      if (one.has(direction) && flows.isEmpty()) {
        no(key, "declares " + direction + " without having any");
      }
    }
    if (one.has("shared_categories")) {
      known(key, one.texts("shared_categories"), categories);
    }
  }

  private void policy(Part policy) {
    var key = policy.text("fides_key").orElse("");
    list(key, policy, "rules");
    policy
        .parts("rules")
        .forEach(rule -> {
          required(key, rule, "name");
          rule(key, rule.part("data_categories"), categories);
          rule(key, rule.part("data_uses"), uses);
          rule(key, rule.part("data_subjects"), subjects);
        });
  }

  private void rule(String policy, Part matched, Set<String> known) {
    oneOf(
        policy,
        "matches",
        required(policy, matched, "matches"),
        Set.of("ANY", "ALL", "NONE", "OTHER"));
    list(policy, matched, "values");
    known(policy, matched.texts("values"), known);
  }

  private void organization(Part organization) {
    for (var contact : List.of("controller", "data_protection_officer", "representative")) {
      organization.part(contact).keys().stream()
          .filter(key -> !Set.of("name", "address", "email", "phone").contains(key))
          .forEach(key -> no(contact, "has no " + key));
    }
  }

  private void references(String key, Part part) {
    known(key, part.texts("data_categories"), categories);
    known(key, part.texts("data_uses"), uses);
    known(key, part.texts("data_subjects"), subjects);
    known(key, part.texts("dataset_references"), keys("dataset").collect(toSet()));
  }

  private Stream<String> keys(String kind) {
    return root.parts(kind).stream().flatMap(one -> one.text("fides_key").stream());
  }

  private void known(String key, List<String> named, Set<String> known) {
    named.stream()
        .filter(one -> !known.contains(one))
        .forEach(one -> no(key, "names the unknown " + one));
  }

  private void oneOf(String key, String what, String value, Set<String> allowed) {
    if (!allowed.contains(value)) {
      no(key, what + " cannot be " + value);
    }
  }

  private String required(String key, Part part, String what) {
    var text = part.text(what);
    if (text.isEmpty()) {
      no(key, "lacks " + what);
    }
    return text.orElse("");
  }

  private void list(String key, Part part, String what) {
    if (!(part.get(what).orElse(part.block()) instanceof Yaml.Items)) {
      no(key, what + " is no list");
    }
  }

  private void block(String key, Part part, String what) {
    if (part.has(what) && part.part(what).isEmpty()) {
      no(key, what + " is no block");
    }
  }

  private void flag(String key, Part part, String what) {
    part.text(what)
        .filter(value -> !Set.of("true", "false").contains(value))
        .ifPresent(value -> no(key, what + " cannot be " + value));
  }

  private void unique(String key, List<Part> parts) {
    var names = parts.stream().map(part -> part.text("name")).flatMap(Optional::stream).toList();
    if (Set.copyOf(names).size() != names.size()) {
      no(key, "has two of one name");
    }
  }

  private void no(String where, String what) {
    broken.add(where + " " + what);
  }
}
