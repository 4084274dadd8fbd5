package org.aboveboard.server.seen;

import java.util.regex.Pattern;

/// A name that a sender chose, made fit to be kept and shown.
///
/// It is untrusted and may hold anything, a person's address among it. So it is kept only if it has
/// the shape of a name that a programmer gives: a few words of letters, with fewer digits than a
/// number of anything has. Every other name is counted as one that may be about somebody. A name of
/// a few plain words stays as it is, whoever's it may be.
record ForeignName(String text) {
  static final int LONGEST = 80;
  static final String WITHHELD = "(a name that may be about somebody)";

  private static final String WORD = "[\\p{L}\\p{M}\\d_-]{1,40}";
  private static final String WORDS = WORD + "(?:[.]" + WORD + ")*";
  private static final String FOUR_DIGITS = "(?:\\D*\\d){4}";
  private static final Pattern SHAPE =
      Pattern.compile("(?!" + FOUR_DIGITS + ")" + WORDS + "(?: " + WORDS + "){0,3}");

  static ForeignName of(String name) {
    boolean isOne = name.length() <= LONGEST && SHAPE.matcher(name).matches();
    return new ForeignName(isOne ? name : WITHHELD);
  }

  /// A name from this house, of which only what cannot be seen is taken out.
  static String shown(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(ForeignName::isVisible)
        .forEach(visible::appendCodePoint);
    return visible.toString().replaceAll(" +", " ").strip();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
