package org.aboveboard.server.journey;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.tell.Tongue;

/// What tells the languages of a text: the little words that each is full of, and what a policy
/// declares in it.
final class Tongues {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private Tongues() {}

  /// The words and phrases of a language in a text; what is the same in two languages tells
  /// nothing.
  static List<String> wordsOf(Language language, String text, Policy policy) {
    return Stream.of(little(language).stream(), derived(language), declared(language, policy))
        .flatMap(words -> words)
        .distinct()
        .filter(words ->
            Pattern.compile("\\b" + Pattern.quote(words) + "\\b", FLAGS).matcher(text).find())
        .toList();
  }

  private static List<String> little(Language language) {
    return switch (language) {
      case EN -> List.of("the", "and", "you", "your", "we", "with", "then", "not", "of", "what");
      case DE -> List.of("und", "du", "dir", "dein", "deine", "wir", "mit", "dann", "nicht", "das");
    };
  }

  private static Stream<String> derived(Language language) {
    Tongue.Labels labels = Tongue.of(language).labels();
    return Stream.of(
        labels.kept(),
        labels.shared(),
        labels.ifNo(),
        labels.exactly(),
        labels.leaveOut(),
        labels.whole(),
        labels.fold(),
        labels.revisit(),
        labels.options());
  }

  private static Stream<String> declared(Language language, Policy policy) {
    return Stream.of(
            policy.purposes().stream()
                .flatMap(one -> Stream.of(one.label(), one.sentence(), one.ifNo())),
            policy.purposes().stream().flatMap(one -> one.act().stream()),
            policy.purposes().stream().flatMap(one -> one.data().stream()).map(n -> n.because()),
            policy.categories().stream().map(one -> one.label()),
            policy.events().stream().map(one -> one.label()),
            policy.declared().vendors().stream().map(one -> one.label()))
        .flatMap(texts -> texts)
        .filter(text -> isTelling(text, language))
        .map(text -> text.in(language));
  }

  private static boolean isTelling(Text text, Language language) {
    return Stream.of(Language.values())
        .filter(other -> other != language)
        .noneMatch(other -> text.in(other).equalsIgnoreCase(text.in(language)));
  }
}
