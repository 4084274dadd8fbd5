package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.read.Kind;

/// Finds the names of data, of purposes and of vendors in the words of a purpose that declares none
/// of them.
///
/// A name is found where its words stand in a row, but for their endings. It is not found within a
/// longer name that is declared: "history" is no mention within "reading history".
final class Mentions {
  static final Check CHECK =
      new Check(
          error("DP33", "The words name what is declared, and nothing else.", "GDPR Art. 13(1)")
              .spoken()
              .and(Held.CONSTRUCTOR, "`Prompt`: the five facts are derived"),
          in -> in.languages().stream().flatMap(language -> new Mentions(in, language).all()));

  private final Inspection in;
  private final Language language;
  private final Map<String, List<Name>> byFirst = new HashMap<>();

  /// What something is called, word by word.
  private record Name(Kind kind, String id, String words, List<String> stems) {}

  /// A name in some words, from one of them up to another.
  private record Mention(Name name, int from, int to) {
    boolean isWithin(Mention other) {
      return other.from <= from && to <= other.to;
    }
  }

  private Mentions(Inspection in, Language language) {
    this.in = in;
    this.language = language;
    var policy = in.policy();
    policy.categories().forEach(category -> name(Kind.CATEGORY, category.id(), category.label()));
    policy.purposes().forEach(purpose -> name(Kind.PURPOSE, purpose.id(), purpose.label()));
    policy.declared().vendors().forEach(vendor -> name(Kind.VENDOR, vendor.id(), vendor.label()));
  }

  /// Notes a name; of "health, faith and love" each part by itself.
  private void name(Kind kind, String id, Text label) {
    Stems.parts(language, label.in(language))
        .forEach(part -> {
          var stems = Stems.of(language, part);
          byFirst
              .computeIfAbsent(stems.getFirst(), _ -> new ArrayList<>())
              .add(new Name(kind, id, part, stems));
        });
  }

  private Stream<Remark> all() {
    return in.policy().purposes().stream()
        .flatMap(purpose -> Passage.of(purpose).stream().flatMap(words -> in(purpose, words)));
  }

  private Stream<Remark> in(Purpose purpose, Passage words) {
    var mentions =
        mentions(Stems.of(language, words.text().in(language)))
            .filter(mention -> !words.isName() || mention.name().kind() != Kind.PURPOSE)
            .toList();
    var declared = mentions.stream().filter(m -> isDeclared(m.name(), purpose)).toList();
    return mentions.stream()
        .filter(mention -> declared.stream().noneMatch(mention::isWithin))
        .map(Mention::name)
        .distinct()
        .map(name -> remark(words, name));
  }

  private Stream<Mention> mentions(List<String> stems) {
    return IntStream.range(0, stems.size())
        .boxed()
        .flatMap(at ->
            byFirst.getOrDefault(stems.get(at), List.of()).stream()
                .map(name -> new Mention(name, at, at + name.stems().size()))
                .filter(mention -> mention.to() <= stems.size())
                .filter(mention -> stems.subList(at, mention.to()).equals(mention.name().stems())));
  }

  private static boolean isDeclared(Name name, Purpose purpose) {
    return switch (name.kind()) {
      case CATEGORY -> purpose.data().stream().anyMatch(n -> n.category().equals(name.id()));
      case VENDOR -> purpose.recipients().contains(name.id());
      case PURPOSE -> purpose.id().equals(name.id());
      case ROLE,
          PERSON,
          SIGNAL,
          EVENT,
          SURFACE,
          MODEL,
          PROHIBITION,
          ASSESSMENT,
          SEGMENT,
          GROUPS,
          MONITOR,
          EXPERIMENT,
          APPROVAL,
          RELEASE ->
          false;
    };
  }

  private Remark remark(Passage words, Name name) {
    return new Remark(
        in.place(words, language),
        say(
            "It names '%s', and this purpose does not declare the %s '%s'.",
            name.words(), name.kind().word(), name.id()),
        "Say it without that name, or declare what is done.");
  }
}
