package org.aboveboard.policy.wording;

import java.util.List;
import java.util.stream.IntStream;

/// What is no label of an answer.
record Labels(Search later, Search banned, Grammar grammar, Term connectors) {

  static Labels of(Lexicon lexicon, Grammar grammar) {
    var later = Rule.of(lexicon, "DP02");
    var banned = Rule.of(lexicon, "DP32");
    return new Labels(
        new Search(List.of(later)),
        new Search(List.of(later, banned)),
        grammar,
        Term.ofAll(lexicon, "connectors"));
  }

  /// Whether the label leaves open what it does: "OK", "Accept and close", "Your books".
  boolean isUnclear(String label) {
    return !grammar.isAct(label) || isAllOf(banned, label);
  }

  /// Whether the label puts the answer off, with or without other empty words.
  boolean isLater(String label) {
    return isAllOf(banned, label) && !later.in(Clause.whole(label)).isEmpty();
  }

  /// Whether a switch with this label leaves open what on and off mean.
  boolean isUnclearSwitch(String label) {
    return isUnclear(label) || grammar.isRefusal(label);
  }

  /// Whether it is a word that joins others: "and".
  boolean isBetween(String word) {
    return connectors.matches(word);
  }

  private boolean isAllOf(Search search, String label) {
    var clause = Clause.whole(label);
    var found = Search.places(search.in(clause));
    return !found.isEmpty()
        && IntStream.range(0, clause.size())
            .allMatch(at -> found.get(at) || connectors.matches(clause.word(at)));
  }
}
