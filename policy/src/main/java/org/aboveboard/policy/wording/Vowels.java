package org.aboveboard.policy.wording;

/// How a language's spelling shows its syllables.
sealed interface Vowels permits EnglishVowels, GermanVowels {

  /// The syllables of one part of a word, folded, that is no exception.
  int syllables(String part);

  /// The syllables it takes to spell a letter aloud.
  int spelled(char letter);
}
