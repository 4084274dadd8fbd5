package org.aboveboard.policy.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.aboveboard.policy.Aliases;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Sensitivity;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Use;

/// Reads the things that are a few lines each.
final class SmallThings {
  private static final int MOST_WEIGHT = 100;
  private static final int MOST_TCF_PURPOSE = 11;

  private static final Pattern FIDESLANG =
      Pattern.compile("[a-zA-Z0-9_<>-]+([.][a-zA-Z0-9_<>-]+)*");

  /// A term of the vocabulary or of one of its extensions, by its prefix.
  private static final Pattern DPV =
      Pattern.compile(
          "(dpv|pd|tech|ai|risk|legal|loc|[a-z]{2,6}-[a-z]{2,12}):[A-Za-z][A-Za-z0-9_-]*");

  private SmallThings() {}

  static Role role(String id, Reading block) {
    return new Role(id, block.words("label"), block.someOf("uses", Use.class));
  }

  static Person person(String id, Reading file) {
    return new Person(id, file.text("name"), file.link("role", Kind.ROLE), file.publicKey("key"));
  }

  static Category category(String id, Reading file, Crossings crossings) {
    var category =
        new Category(
            id,
            file.words("label"),
            file.oneOf("sensitivity", Sensitivity.class, Sensitivity.SENSITIVE),
            file.oneOf("provenance", Provenance.class, Provenance.OBSERVED),
            file.has("parent") ? Optional.of(file.link("parent", Kind.CATEGORY)) : Optional.empty(),
            aliases(file));
    category.parent().ifPresent(parent -> crossings.parent(id, parent, file.place("parent")));
    return category;
  }

  static Aliases aliases(Reading file) {
    return file.optionalBlock("aliases").map(SmallThings::aliasesIn).orElse(Aliases.none());
  }

  private static Aliases aliasesIn(Reading block) {
    var tcf = new TreeSet<>(block.wholeNumbers("tcf", 1, MOST_TCF_PURPOSE));
    var aliases =
        new Aliases(
            block.texts("fideslang", FIDESLANG, "Write keys such as user.behavior."),
            block.texts("dpv", DPV, "Write terms such as \"pd:Purchase\"."),
            tcf,
            Set.copyOf(block.texts("names")));
    block.done();
    return aliases;
  }

  static Signal signal(String id, Reading file, Crossings crossings) {
    var signal =
        new Signal(
            id,
            file.words("verb"),
            file.wholeNumber("weight", 1, MOST_WEIGHT),
            file.optionalBlock("counts").map(SmallThings::threshold));
    signal.counts().ifPresent(counts -> crossings.counts(signal, counts, file.place("counts")));
    return signal;
  }

  private static Signal.Threshold threshold(Reading counts) {
    var threshold = new Signal.Threshold(counts.text("field"), counts.number("atLeast"));
    counts.done();
    return threshold;
  }

  static Prohibition prohibition(String id, Reading file) {
    var prohibition =
        new Prohibition(
            id,
            file.words("label"),
            Set.copyOf(file.links("categories", Kind.CATEGORY)),
            file.someOf("uses", Use.class),
            Set.copyOf(file.links("purposes", Kind.PURPOSE)));
    if (prohibition.categories().isEmpty() || prohibition.uses().isEmpty()) {
      for (var key : List.of("categories", "uses")) {
        file.fault(key, "This forbids nothing.", "Name what must never be done, with which data.");
      }
    }
    return prohibition;
  }
}
