package org.aboveboard.policy.lint;

import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.wording.Hit;
import org.aboveboard.policy.wording.Wording;

/// Words that a rule forbids, in declared words.
///
/// @param phrase as it stands there
record Blemish(String rule, Passage words, Language language, String phrase) {

  /// Those in some words; an act is looked at as the label that it becomes, and what happens on a
  /// no as the threat that it can be.
  static Stream<Blemish> in(Passage words, Language language) {
    var text = words.text().in(language);
    return Wording.of(language.code()).stream()
        .flatMap(wording -> hits(wording, words, text).stream())
        .map(hit -> new Blemish(hit.rule(), words, language, hit.phrase()));
  }

  private static List<Hit> hits(Wording wording, Passage words, String text) {
    return switch (words.role()) {
      case ACT -> wording.checkLabel(text);
      case NAME -> wording.checkName(text);
      case IF_NO ->
          Stream.concat(wording.check(List.of(text)).stream(), wording.checkNo(text).stream())
              .toList();
      case TEXT -> wording.check(List.of(text));
    };
  }
}
