package org.aboveboard.policy;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/// Sentences with blanks, the same in every locale of the machine.
public final class Spoken {
  private Spoken() {}

  /// A sentence with its blanks filled.
  @FormatMethod
  public static String say(String sentence, Object... blanks) {
    return String.format(Locale.ROOT, sentence, blanks);
  }

  /// With the first letter large, as at the start of a sentence.
  public static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
