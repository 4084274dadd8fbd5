package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.FieldPath;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.read.Kind;

/// What is demanded of names and paths: that no two things share one.
final class NamingChecks {
  static final List<Check> ALL =
      List.of(
          new Check(
              error("P-NAME", "No two purposes or data are called the same.", "GDPR Art. 12(1)"),
              NamingChecks::names),
          new Check(
              error("E-PATH", "No value of an event is two fields.", "GDPR Art. 5(1)(b)"),
              in -> in.policy().events().stream().flatMap(event -> paths(in, event))));

  private NamingChecks() {}

  private record Name(Kind kind, String id, Text label) {}

  private static Stream<Remark> names(Inspection in) {
    var purposes = in.declared().purposes().stream().map(NamingChecks::name).toList();
    var data = in.policy().categories().stream().map(NamingChecks::name).toList();
    return in.languages().stream()
        .flatMap(language -> Stream.of(purposes, data).flatMap(names -> same(in, names, language)));
  }

  private static Name name(Purpose purpose) {
    return new Name(Kind.PURPOSE, purpose.id(), purpose.label());
  }

  private static Name name(Category category) {
    return new Name(Kind.CATEGORY, category.id(), category.label());
  }

  private static Stream<Remark> same(Inspection in, List<Name> names, Language language) {
    Map<List<String>, String> known = new HashMap<>();
    return names.stream()
        .flatMap(name -> {
          var stems = Stems.of(language, name.label().in(language));
          return Optional.ofNullable(known.putIfAbsent(stems, name.id())).stream()
              .map(other ->
                  new Remark(
                      in.place(name.kind(), name.id(), "label", language.code()),
                      say(
                          "'%s' is called the same: nobody can tell which of the two is meant.",
                          other),
                      "Name it by what is different."));
        });
  }

  private static Stream<Remark> paths(Inspection in, EventType event) {
    Map<FieldPath, String> known = new HashMap<>();
    return event.fields().stream()
        .flatMap(field ->
            Optional.ofNullable(known.putIfAbsent(field.path(), field.name())).stream()
                .map(other ->
                    new Remark(
                        in.place(Kind.EVENT, event.id(), "fields", field.name(), "path"),
                        say(
                            "The field '%s' is this value already: kept twice, it would be left"
                                + " out once.",
                            other),
                        "Keep one of the two, with the purposes of both.")));
  }
}
