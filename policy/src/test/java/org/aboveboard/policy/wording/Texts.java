package org.aboveboard.policy.wording;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Texts that nobody would write.
final class Texts {
  private static final int MEGABYTE = 1 << 20;

  private static final List<String> SCRAPS =
      List.of(
          " ",
          ". ",
          "... ",
          "! ",
          "? ",
          "'",
          "’",
          "-",
          "%",
          "&",
          "z. B. ",
          "e.g. ",
          "3.5",
          "1. ",
          "not ",
          "don't ",
          "nicht un",
          "only ",
          "nur",
          "improve your ",
          "and more",
          "OK",
          "LOUD ",
          "ß",
          "İ",
          "ı",
          "\u0308",
          "\u0345",
          "\u00ad",
          "\u200d",
          "\ud800",
          "\udc00",
          "\ufe0f",
          "❤️",
          "👩‍👩‍👧",
          "🇩🇪",
          "ﷺ",
          "ﬁ",
          "Σ",
          "。",
          "\n",
          "\u2028",
          "\0",
          "queue",
          "aeiouy",
          "ieeiie");

  private Texts() {}

  /// Any chars at all, and scraps that mean something here.
  static String wild(RandomGenerator random, int longest) {
    int length = random.nextInt(longest + 1);
    var text = new StringBuilder();
    while (text.length() < length) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> text.append((char) random.nextInt('z' + 1));
        default -> text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
    }
    return text.substring(0, length);
  }

  /// A megabyte each of one thing over and over.
  static Stream<String> huge() {
    return Stream.of(
            "a",
            "A. ",
            "ieeii",
            "queue-",
            "e.g. ",
            "\u0301\u0323",
            "!",
            "❤️",
            "\ud800",
            "don't just please ",
            "x".repeat(99) + " ",
            String.join("", SCRAPS))
        .map(scrap -> "a" + scrap.repeat(MEGABYTE / scrap.length()));
  }
}
