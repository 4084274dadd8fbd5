package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a block of text into sentences; its end ends one, so a heading needs no full stop.
///
/// A sentence ends at a full stop, ellipsis, question or exclamation mark before white space and a
/// word that is not small. No end is the stop of an abbreviation, of a single letter but I, of a
/// short number in a language that writes ordinals so, or of a number before its sentence ("2.
/// Open"). Text without capitals is therefore one long sentence, and errs to the strict side.
///
/// @param abbreviations that never end a sentence, folded and without their last stop
/// @param ofNumbers those that do but before a number, such as "no. 5"
/// @param ordinalDigits the most digits of an ordinal number
record Sentences(Set<String> abbreviations, Set<String> ofNumbers, int ordinalDigits) {
  private static final String ENDS = ".!?…‽！？。";

  Sentences {
    abbreviations = Set.copyOf(abbreviations);
    ofNumbers = Set.copyOf(ofNumbers);
  }

  static Sentences of(Lexicon lexicon, int ordinalDigits) {
    return new Sentences(
        lexicon.words("abbreviations"), lexicon.words("abbreviations of numbers"), ordinalDigits);
  }

  /// Each sentence with at least one word.
  List<List<Word>> in(String block) {
    var sentences = new ArrayList<List<Word>>();
    var sentence = new ArrayList<Word>();
    for (var word : Word.in(block)) {
      if (!sentence.isEmpty() && endsBetween(block, sentence, word)) {
        sentences.add(List.copyOf(sentence));
        sentence.clear();
      }
      sentence.add(word);
    }
    if (!sentence.isEmpty()) {
      sentences.add(List.copyOf(sentence));
    }
    return sentences;
  }

  private boolean endsBetween(String block, List<Word> sentence, Word next) {
    var gap = block.substring(sentence.getLast().end(), next.start());
    return hasEnd(gap)
        && !Character.isLowerCase(next.text().codePointAt(0))
        && !(gap.stripTrailing().equals(".") && isHeldOpen(sentence, next));
  }

  /// Whether a mark that ends sentences, and perhaps a closing quote, stand before white space.
  private static boolean hasEnd(String gap) {
    boolean ended = false;
    for (int i = 0; i < gap.length(); i++) {
      ended |= ENDS.indexOf(gap.charAt(i)) >= 0;
      if (ended && Character.isWhitespace(gap.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeldOpen(List<Word> sentence, Word next) {
    var last = sentence.getLast().text();
    var folded = Fold.of(last);
    return abbreviations.contains(folded)
        || (ofNumbers.contains(folded) && Character.isDigit(next.text().codePointAt(0)))
        || isLetter(last)
        || (isNumber(last) && (last.length() <= ordinalDigits || sentence.size() == 1));
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && Character.isLetter(text.charAt(0)) && !text.equals("I");
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
