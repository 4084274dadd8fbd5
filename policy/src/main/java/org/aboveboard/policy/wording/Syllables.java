package org.aboveboard.policy.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts the syllables of a word: as the lexicon has it, else by its vowels.
///
/// A digit is one syllable: nine-ty. Capitals without a vowel are spelled: G-P-C.
record Syllables(Map<String, Integer> exceptions, Vowels vowels) {
  Syllables {
    exceptions = Map.copyOf(exceptions);
  }

  /// Lines of the lexicon are a number and the words that have so many.
  static Syllables of(Lexicon lexicon, Vowels vowels) {
    var exceptions = new HashMap<String, Integer>();
    for (var line : lexicon.section("syllables")) {
      var words = line.text().split(" +");
      int count = line.number(words[0]);
      for (int i = 1; i < words.length; i++) {
        exceptions.put(Fold.of(words[i]), count);
      }
    }
    return new Syllables(exceptions, vowels);
  }

  /// At least one.
  int in(Word word) {
    return exception(word.text())
        .orElseGet(() -> word.parts().stream().mapToInt(part -> ofPart(part.text())).sum());
  }

  private Optional<Integer> exception(String text) {
    return Optional.ofNullable(exceptions.get(Fold.of(text)));
  }

  private int ofPart(String text) {
    return exception(text).orElseGet(() -> byForm(text));
  }

  private int byForm(String text) {
    var folded = Fold.of(text);
    if (folded.codePoints().anyMatch(Character::isDigit)) {
      return Math.toIntExact(folded.codePoints().filter(Letters::isOfAWord).count());
    }
    return isSpelled(text)
        ? folded.chars().map(letter -> vowels.spelled((char) letter)).sum()
        : vowels.syllables(folded);
  }

  private static boolean isSpelled(String text) {
    return text.chars().allMatch(c -> c >= 'A' && c <= 'Z' && "AEIOUY".indexOf(c) < 0);
  }
}
