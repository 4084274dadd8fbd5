package org.aboveboard.policy.export;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;

/// What a manifest must hold to by the rules of fideslang before anything is made from it: keys are
/// keys, what it names is declared or one of the default terms, and words of a few are among them.
final class FidesChecks {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.<>-]+");
  private static final List<String> RESOURCES =
      List.of(
          "organization",
          "data_category",
          "data_use",
          "data_subject",
          "dataset",
          "system",
          "policy");
  private static final Set<String> MATCHES = Set.of("ANY", "ALL", "NONE", "OTHER");
  private static final Set<String> BASES =
      Set.of(
          "Consent",
          "Contract",
          "Legal obligations",
          "Legitimate interests",
          "Public interest",
          "Vital interests");
  private static final int LONGEST = 120;

  private final String name;
  private final FidesTerms terms;
  private final List<Fault> faults = new ArrayList<>();

  private FidesChecks(String name, Part root) {
    this.name = name;
    this.terms = FidesTerms.of(root);
  }

  static void check(String name, Part root) throws PolicyFaults {
    var checks = new FidesChecks(name, root);
    for (var kind : RESOURCES) {
      root.parts(kind).forEach(one -> checks.key(kind, one));
    }
    root.parts("system").forEach(checks::system);
    root.parts("dataset").forEach(checks::holder);
    root.parts("policy").stream()
        .flatMap(policy -> policy.parts("rules").stream())
        .forEach(checks::rule);
    if (!checks.faults.isEmpty()) {
      throw new PolicyFaults(checks.faults);
    }
  }

  private void key(String kind, Part one) {
    var key = FidesSource.key(one);
    if (key.isEmpty()) {
      fault(
          one.block().line(),
          say("Something under '%s' has no fides_key.", kind),
          "Add 'fides_key:' to it.");
    } else if (!KEY.matcher(key).matches()) {
      fault(
          one.line("fides_key"),
          say("'%s' is no fides_key.", key),
          "Write letters, digits and the signs _ . < > - only.");
    }
  }

  private void system(Part system) {
    for (var direction : List.of("ingress", "egress")) {
      system.parts(direction).forEach(this::holder);
    }
    for (var declaration : system.parts("privacy_declarations")) {
      holder(declaration);
      declaration
          .text("data_use")
          .ifPresent(use -> known("data_use", use, declaration.line("data_use"), terms.uses()));
      oneOf(declaration, "legal_basis_for_processing", BASES);
    }
  }

  /// Whatever names terms, and holds more that does.
  private void holder(Part part) {
    references(part, "data_categories", "data_category", terms.categories());
    references(part, "data_uses", "data_use", terms.uses());
    references(part, "data_subjects", "data_subject", terms.subjects());
    part.parts("collections").forEach(this::holder);
    part.parts("fields").forEach(this::holder);
  }

  private void rule(Part rule) {
    rule(rule.part("data_categories"), "data_category", terms.categories());
    rule(rule.part("data_uses"), "data_use", terms.uses());
    rule(rule.part("data_subjects"), "data_subject", terms.subjects());
  }

  private void rule(Part matched, String kind, Set<String> known) {
    oneOf(matched, "matches", MATCHES);
    references(matched, "values", kind, known);
  }

  private void references(Part part, String key, String kind, Set<String> known) {
    if (part.get(key).orElse(part.block()) instanceof Yaml.Items list) {
      for (var item : list.items()) {
        if (item instanceof Yaml.Text text && !text.value().isBlank()) {
          known(kind, text.value(), text.line(), known);
        }
      }
    }
  }

  private void known(String kind, String term, int line, Set<String> known) {
    if (!known.contains(term)) {
      fault(
          line,
          say("There is no %s '%s'.", kind, term),
          say("Declare it under '%s:', or name a term of fideslang's default vocabulary.", kind));
    }
  }

  private void oneOf(Part part, String key, Set<String> words) {
    part.text(key)
        .filter(word -> !words.contains(word))
        .ifPresent(word ->
            fault(
                part.line(key),
                say("'%s' cannot be '%s'.", key, word),
                "Write one of: " + String.join(", ", words.stream().sorted().toList()) + "."));
  }

  private void fault(int line, String what, String cure) {
    var plain = what.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
    var fitting = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    faults.add(new Fault(name, line, fitting, cure));
  }
}
