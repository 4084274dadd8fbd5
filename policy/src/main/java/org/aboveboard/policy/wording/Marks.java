package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.List;

/// Signs that raise the voice: exclamation marks and emoji, each run of them once.
record Marks(int start, int end) {
  private static final String EXCLAMATIONS = "!¡！‼⁉";
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /// Below this, pictographs are signs of a text, such as © and ↔, unless styled otherwise.
  private static final int FIRST_PICTURE = 0x2600;

  static List<Marks> in(String text) {
    var marks = new ArrayList<Marks>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      if (end > at) {
        marks.add(new Marks(at, end));
      }
      at = Math.max(end, at + Character.charCount(text.codePointAt(at)));
    }
    return marks;
  }

  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && isMark(text, at, at > start)) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isMark(String text, int at, boolean isWithin) {
    int sign = text.codePointAt(at);
    int next = at + Character.charCount(sign);
    boolean isStyled = next < text.length() && text.codePointAt(next) == EMOJI_STYLE;
    return EXCLAMATIONS.indexOf(sign) >= 0
        || Character.isEmojiPresentation(sign)
        || (Character.isExtendedPictographic(sign) && (sign >= FIRST_PICTURE || isStyled))
        || (isWithin && (sign == EMOJI_STYLE || sign == ZERO_WIDTH_JOINER));
  }
}
