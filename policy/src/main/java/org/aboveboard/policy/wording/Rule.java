package org.aboveboard.policy.wording;

import java.util.List;

/// A section of a lexicon that forbids phrases.
///
/// @param nearMisses phrases within which the rule finds nothing: "not only" for "only"
record Rule(String id, List<Phrase> phrases, List<Phrase> nearMisses) {
  Rule {
    phrases = List.copyOf(phrases);
    nearMisses = List.copyOf(nearMisses);
  }

  /// A line is a phrase; one that begins with `-` is a near miss.
  static Rule of(Lexicon lexicon, String id) {
    var connectors = lexicon.words("connectors");
    return new Rule(
        id,
        lexicon.section(id).stream()
            .filter(line -> !isNearMiss(line))
            .map(line -> Phrase.of(line, line.text(), connectors))
            .toList(),
        lexicon.section(id).stream()
            .filter(Rule::isNearMiss)
            .map(line -> Phrase.of(line, line.text().substring(1).strip(), connectors))
            .toList());
  }

  private static boolean isNearMiss(Line line) {
    return line.text().startsWith("-");
  }
}
