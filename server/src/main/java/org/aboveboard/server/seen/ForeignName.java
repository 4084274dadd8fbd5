package org.aboveboard.server.seen;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name that a sender chose, made fit to be kept and shown.
///
/// It is untrusted and may hold anything, a person's address among it. So what cannot be seen is
/// taken out, it is cut at 200 characters, and a word in it that looks like an identifier is
/// replaced: one with an @, one of digits alone, one with four digits or more, one that is very
/// long. A name of plain words stays as it is, whoever's it may be.
record ForeignName(String text) {
  static final int LONGEST = 200;
  private static final int LONGEST_WORD = 40;
  private static final int FEWEST_DIGITS = 4;
  private static final String NOTHING = "(empty)";

  static ForeignName of(String name) {
    String head = name.length() > 2 * LONGEST ? name.substring(0, 2 * LONGEST) : name;
    String visible = isPlain(head) ? head : words(visible(head));
    String cut = cut(visible.strip());
    return new ForeignName(cut.isEmpty() ? NOTHING : cut);
  }

  /// A name from this house, of which only what cannot be seen is taken out.
  static String shown(String name) {
    return cut(visible(name).strip());
  }

  /// Letters, dots and the like need no second look, and that is nearly every name.
  private static boolean isPlain(String name) {
    int word = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
      if (!isLetter && !isBetween(c)) {
        return false;
      }
      word = isLetter ? word + 1 : 0;
      if (word > LONGEST_WORD) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBetween(int c) {
    return c == ' ' || c == '.' || c == ':' || c == '/' || c == '[' || c == ']';
  }

  private static String visible(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            visible.append(' ');
          } else if (isVisible(c)) {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString().replaceAll(" +", " ");
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

  /// The same with each word replaced that looks like an identifier.
  private static String words(String name) {
    return Stream.of(name.split("(?<=[ .:/\\[\\]])|(?=[ .:/\\[\\]])", -1))
        .map(ForeignName::word)
        .collect(Collectors.joining());
  }

  private static String word(String word) {
    if (word.indexOf('@') >= 0) {
      return "@";
    }
    long digits = word.codePoints().filter(Character::isDigit).count();
    boolean isNumber = digits > 0 && digits == word.codePoints().count();
    return isNumber || digits >= FEWEST_DIGITS || word.length() > LONGEST_WORD ? "#" : word;
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
