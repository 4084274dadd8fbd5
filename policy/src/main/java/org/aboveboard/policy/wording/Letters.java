package org.aboveboard.policy.wording;

/// What characters are to a reader.
final class Letters {
  private static final String APOSTROPHES = "'’‘ʼ＇`´";
  private static final String SEAMS = "-‐‑.@_*:";

  private Letters() {}

  static boolean isOfAWord(int character) {
    return Character.isLetterOrDigit(character);
  }

  /// Whether the character goes with the one before it: an accent, or something unseen.
  static boolean isAttached(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  static boolean isApostrophe(int character) {
    return APOSTROPHES.indexOf(character) >= 0;
  }

  /// Whether the character makes one word of what is on both sides: don't, opt-out, z.B., 3.5.
  static boolean joins(int before, int character, int after) {
    return isApostrophe(character)
        || SEAMS.indexOf(character) >= 0
        || (character == ',' && Character.isDigit(before) && Character.isDigit(after));
  }

  /// Whether a character inside a word is where two parts of it meet.
  static boolean isSeam(int character) {
    return SEAMS.indexOf(character) >= 0 || character == ',';
  }
}
