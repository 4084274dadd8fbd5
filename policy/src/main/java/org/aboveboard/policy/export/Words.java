package org.aboveboard.policy.export;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aboveboard.policy.Spoken;

/// Constants and lengths of time as they stand in files.
final class Words {
  private static final Pattern PERIOD =
      Pattern.compile("P(?=.)([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,5}D)?");

  private Words() {}

  /// The constant that a word stands for.
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Spoken.word(constant).equals(word))
        .findFirst();
  }

  static String period(Period period) {
    return period.normalized().toString();
  }

  /// The length of time that a text spells in ISO 8601, which is the only way we understand.
  static Optional<Period> period(String text) {
    try {
      return Optional.of(text)
          .filter(it -> PERIOD.matcher(it).matches())
          .map(Period::parse)
          .filter(period -> !period.isZero());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
