package org.aboveboard.policy.export;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.Kind;

/// The rules of a manifest as prohibitions.
record FidesRules(FidesSource source, Draft.Speech speech) {

  List<Draft> drafts() {
    var ids = FidesIds.of(source.rules().map(FidesRules::key));
    return source.rules().map(rule -> draft(rule, ids.id(key(rule)).orElseThrow())).toList();
  }

  /// A name that is an id stays what it is.
  private static String key(Part rule) {
    var name = rule.text("name").orElse("rule");
    return FidesIds.isId(name) ? FidesKeys.OUR + name : name.replace('.', ' ');
  }

  private Draft draft(Part rule, String id) {
    var rest = source.rest("prohibitions", id);
    var draft = Draft.of(Kind.PROHIBITION.file(id), rest, speech);
    if (rest.isEmpty()) {
      draft.known("label", Draft.text(rule.text("name").orElse(id)));
    }
    var people = new TreeSet<>(rule.part("data_subjects").texts("values"));
    people.remove(FidesKeys.PERSON);
    if (!people.isEmpty()) {
      draft.note(
          "The manifest's rule is about: "
              + String.join(", ", people)
              + ". Here it holds for everybody.");
    }
    if (!isAny(rule, "data_categories") || !isAny(rule, "data_uses")) {
      draft
          .withoutRest("categories")
          .withoutRest("uses")
          .gap("categories", "The rule does not match on ANY, which is all we can carry over.")
          .gap("uses", "The rule does not match on ANY, which is all we can carry over.");
      return draft;
    }
    draft.known("categories", Part.texts(categories(rule, rest).stream()));
    var forbidden = forbidden(rule);
    var uses = forbidden.uses().isEmpty() ? new TreeSet<>(rest.texts("uses")) : forbidden.uses();
    if (uses.isEmpty()) {
      draft.withoutRest("uses").gap("uses", "No purpose here is a use that the rule forbids.");
    } else {
      draft.known("uses", Part.texts(uses.stream()));
    }
    var isForAll =
        !rest.isEmpty()
            && rest.texts("purposes").isEmpty()
            && forbidden.purposes().equals(Set.copyOf(source.purposes().byKey().values()));
    return draft.known(
        "purposes", Part.texts(isForAll ? Stream.of() : forbidden.purposes().stream()));
  }

  private static boolean isAny(Part rule, String what) {
    return rule.part(what).text("matches").filter("ANY"::equals).isPresent();
  }

  /// As they were written, if that means the same; else each that the rule names.
  private Set<String> categories(Part rule, Part rest) {
    var named =
        new TreeSet<>(source.categories().ids(rule.part("data_categories").texts("values")));
    var written = new TreeSet<>(rest.texts("categories"));
    return !written.isEmpty() && withParts(written).equals(named) ? written : named;
  }

  private Set<String> withParts(Set<String> wider) {
    var all = new HashSet<>(wider);
    var categories = source.rest().part("categories");
    for (var found = true; found; ) {
      found =
          all.addAll(
              categories.keys().stream()
                  .filter(id -> categories.text(id, "parent").filter(all::contains).isPresent())
                  .toList());
    }
    return new TreeSet<>(all);
  }

  private record Forbidden(Set<String> purposes, Set<String> uses) {}

  /// A term of ours forbids the use it names; a term of the vocabulary forbids every use of
  /// whatever is declared under it.
  private Forbidden forbidden(Part rule) {
    var purposes = new TreeSet<String>();
    var uses = new LinkedHashSet<String>();
    for (var value : rule.part("data_uses").texts("values")) {
      var above = FidesKeys.above(value).flatMap(source.purposes()::id);
      var use = FidesKeys.ours(value).flatMap(word -> Words.constant(Use.class, word));
      if (above.isPresent() && use.isPresent()) {
        purposes.add(above.get());
        uses.add(Spoken.word(use.get()));
      } else if (source.isOurs() && source.purposes().id(value).isPresent()) {
        purposes.add(source.purposes().id(value).orElseThrow());
        uses.add(Spoken.word(Use.COLLECT));
      } else {
        for (var purpose : within(value)) {
          purposes.add(purpose);
          uses.addAll(Arrays.stream(Use.values()).map(Spoken::word).toList());
        }
      }
    }
    return new Forbidden(purposes, new TreeSet<>(uses));
  }

  private List<String> within(String wider) {
    return source.purposes().byKey().entrySet().stream()
        .filter(purpose -> FidesKeys.isWithin(purpose.getKey(), wider))
        .map(Map.Entry::getValue)
        .toList();
  }
}
