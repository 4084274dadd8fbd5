package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The characters that a note and the names of its keys may hold.
final class NoteText {
  private NoteText() {}

  /// Whether this can be a note's text: ends in a newline, whole Unicode, no other control
  /// character below space.
  static boolean isText(String text) {
    return text.endsWith("\n") && isClean(text);
  }

  /// Whether this can be a key's name: not empty, one word, no plus.
  static boolean isName(String name) {
    return !name.isEmpty()
        && isClean(name)
        && name.codePoints().noneMatch(c -> c == '+' || isSpace(c));
  }

  static boolean isClean(String text) {
    return text.chars().allMatch(c -> c >= ' ' || c == '\n') && UTF_8.newEncoder().canEncode(text);
  }

  /// Unicode's White_Space.
  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
  }
}
