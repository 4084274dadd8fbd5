package org.aboveboard.policy.wording;

import java.util.List;

/// How hard a text is to read: its counts, and the school grade its language's formula makes of
/// them.
public sealed interface Readability {

  /// A text that was measured.
  ///
  /// @param formula the name of what made the grade
  /// @param grade years of school, not rounded; below zero for a very easy text
  record Measured(String formula, Counts counts, double grade) implements Readability {}

  /// A text without a word: there is nothing to grade, which is for the caller to object to.
  record NoWords() implements Readability {}

  /// A text in a language that nothing here can measure; no other formula is a stand-in.
  record NotMeasured(String language) implements Readability {}

  /// Measures a text.
  ///
  /// @param language "en" or "de"; nothing else is measured here
  /// @param blocks headings, paragraphs, list items: the end of each ends a sentence
  static Readability of(String language, List<String> blocks) {
    return Language.of(language)
        .map(known -> measured(known, Counts.of(known, blocks)))
        .orElseGet(() -> new NotMeasured(language));
  }

  private static Readability measured(Language language, Counts counts) {
    return counts.words() == 0
        ? new NoWords()
        : new Measured(language.formula().name(), counts, language.formula().grade(counts));
  }
}
