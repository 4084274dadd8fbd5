package org.aboveboard.policy.wording;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A language in which texts can be checked, and how that is done.
record Language(
    Sentences sentences,
    Syllables syllables,
    Formula formula,
    Grammar grammar,
    Wording wording,
    Acts acts,
    LittleWords littleWords) {
  private static final Map<String, Language> KNOWN = Map.of("en", english(), "de", german());

  /// Empty for every code but "en" and "de".
  static Optional<Language> of(String code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  /// All but one of them.
  static Stream<Language> others(String code) {
    return KNOWN.entrySet().stream()
        .filter(known -> !known.getKey().equals(code))
        .map(Map.Entry::getValue);
  }

  private static Language english() {
    var lexicon = Lexicon.of("en");
    return of(
        lexicon,
        Sentences.of(lexicon, 0),
        new EnglishVowels(),
        new FleschKincaid(),
        EnglishGrammar.of(lexicon));
  }

  private static Language german() {
    var lexicon = Lexicon.of("de");
    return of(
        lexicon,
        Sentences.of(lexicon, 2),
        new GermanVowels(),
        new WienerSachtext(),
        GermanGrammar.of(lexicon));
  }

  private static Language of(
      Lexicon lexicon, Sentences sentences, Vowels vowels, Formula formula, Grammar grammar) {
    var wording = new Wording(lexicon, grammar);
    return new Language(
        sentences,
        Syllables.of(lexicon, vowels),
        formula,
        grammar,
        wording,
        Acts.of(lexicon, grammar),
        LittleWords.of(lexicon));
  }
}
