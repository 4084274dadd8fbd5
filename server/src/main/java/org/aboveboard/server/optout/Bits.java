package org.aboveboard.server.optout;

/// Base64url text as the bits it stands for, the most significant first; past its end all are zero.
record Bits(String text) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private static final int WIDTH = 6;

  Bits {
    if (!text.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
      throw new IllegalArgumentException("not base64url");
    }
  }

  int length() {
    return text.length() * WIDTH;
  }

  boolean at(int place) {
    if (place >= length()) {
      return false;
    }
    int letter = ALPHABET.indexOf(text.charAt(place / WIDTH));
    return (letter >> (WIDTH - 1 - place % WIDTH) & 1) == 1;
  }

  /// The whole number that stands there.
  int number(int from, int width) {
    int number = 0;
    for (int place = from; place < from + width; place++) {
      number = number << 1 | (at(place) ? 1 : 0);
    }
    return number;
  }
}
