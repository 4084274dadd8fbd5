package org.aboveboard.server.explain;

/// A place in words: 1st, 2nd, 11th.
final class Ordinal {
  private Ordinal() {}

  static String of(int place) {
    int hundredth = place % 100;
    return place
        + (hundredth >= 11 && hundredth <= 13
            ? "th"
            : switch (place % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            });
  }
}
