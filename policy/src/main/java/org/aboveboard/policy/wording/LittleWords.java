package org.aboveboard.policy.wording;

/// The words by which a language is known, since no sentence does without them: "the", "you".
///
/// @param telling those that nearly always are of the language
/// @param common those that stand in names of other languages too: "of", "und"
record LittleWords(Term telling, Term common) {
  private static final int TELLING = 2;

  static LittleWords of(Lexicon lexicon) {
    return new LittleWords(
        Term.ofAll(lexicon, "little words"), Term.ofAll(lexicon, "common little words"));
  }

  boolean include(String word) {
    return telling.matches(word) || common.matches(word);
  }

  /// How much these words say that they are of the language.
  int weight(Clause clause) {
    return clause.tokens().stream().mapToInt(token -> weight(token.folded())).sum();
  }

  private int weight(String word) {
    return telling.matches(word) ? TELLING : common.matches(word) ? 1 : 0;
  }
}
