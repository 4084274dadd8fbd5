package org.aboveboard.policy.wording;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What was counted in a text.
///
/// @param longestSentence in words
/// @param longWords of more than six letters
/// @param shortWords of one syllable
/// @param heavyWords of three syllables or more
public record Counts(
    int words,
    int sentences,
    int syllables,
    int longestSentence,
    int longWords,
    int shortWords,
    int heavyWords) {
  private static final int LONG = 6;
  private static final int HEAVY = 3;

  static Counts of(Language language, List<String> blocks) {
    var sentences = blocks.stream().flatMap(b -> language.sentences().in(b).stream()).toList();
    var words = sentences.stream().flatMap(List::stream).toList();
    var syllables = words.stream().mapToInt(language.syllables()::in).toArray();
    return new Counts(
        words.size(),
        sentences.size(),
        IntStream.of(syllables).sum(),
        sentences.stream().mapToInt(List::size).max().orElse(0),
        count(words.stream().mapToInt(Word::letters), letters -> letters > LONG),
        count(IntStream.of(syllables), many -> many == 1),
        count(IntStream.of(syllables), many -> many >= HEAVY));
  }

  private static int count(IntStream numbers, IntPredicate which) {
    return Math.toIntExact(numbers.filter(which).count());
  }

  /// Words per sentence.
  public double meanSentence() {
    return per(words, sentences);
  }

  double syllablesPerWord() {
    return per(syllables, words);
  }

  double percent(int some) {
    return 100 * per(some, words);
  }

  private static double per(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
