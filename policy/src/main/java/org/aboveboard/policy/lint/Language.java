package org.aboveboard.policy.lint;

import java.util.Map;
import java.util.Optional;

/// A language in which texts can be measured, and how that is done.
record Language(Sentences sentences, Syllables syllables, Formula formula) {
  private static final Map<String, Language> KNOWN = Map.of("en", english(), "de", german());

  /// Empty for every code but "en" and "de".
  static Optional<Language> of(String code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  private static Language english() {
    var lexicon = Lexicon.of("en");
    return new Language(
        Sentences.of(lexicon, 0),
        Syllables.of(lexicon, new EnglishVowels()),
        new FleschKincaid());
  }

  private static Language german() {
    var lexicon = Lexicon.of("de");
    return new Language(
        Sentences.of(lexicon, 2),
        Syllables.of(lexicon, new GermanVowels()),
        new WienerSachtext());
  }
}
