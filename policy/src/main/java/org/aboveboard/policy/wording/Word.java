package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.List;

/// A word of a text, and where it stands: letters and digits, and what joins them.
record Word(int start, int end, String text) {

  /// All words of a text, in one pass.
  static List<Word> in(String text) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (Letters.isOfAWord(character)) {
        int end = end(text, at);
        words.add(new Word(at, end, text.substring(at, end)));
        at = end;
      } else {
        at += Character.charCount(character);
      }
    }
    return words;
  }

  private static int end(String text, int start) {
    int at = start;
    int last = start;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (Letters.isOfAWord(character)) {
        last = character;
      } else if (!Letters.isAttached(character) && !isJoinedAt(text, last, character, next)) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static boolean isJoinedAt(String text, int before, int character, int next) {
    if (next == text.length()) {
      return false;
    }
    int after = text.codePointAt(next);
    return Letters.isOfAWord(after) && Letters.joins(before, character, after);
  }

  /// Its parts, such as "opt" and "out"; an apostrophe parts nothing.
  List<Word> parts() {
    var parts = new ArrayList<Word>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Letters.isSeam(text.charAt(at))) {
        parts.add(new Word(start + from, start + at, text.substring(from, at)));
        from = at + 1;
      }
    }
    return parts;
  }

  int letters() {
    return Math.toIntExact(text.codePoints().filter(Character::isLetter).count());
  }

  Token token(String folded) {
    return new Token(start, end, folded);
  }
}
