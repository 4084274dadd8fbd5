package org.aboveboard.policy;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

  /// A constant as the files of a policy write it: `legalObligation`.
  public static String word(Enum<?> constant) {
    var parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    return parts[0]
        + Arrays.stream(parts).skip(1).map(Spoken::sentence).collect(Collectors.joining());
  }
}
