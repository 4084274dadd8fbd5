package org.aboveboard.policy;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sentences and declared facts in plain English: "90 days", "views, ratings and purchases".
final class Spoken {
  private Spoken() {}

  /// A sentence with its blanks filled, the same in every locale.
  @FormatMethod
  static String say(String sentence, Object... blanks) {
    return String.format(Locale.ROOT, sentence, blanks);
  }

  static String period(Period period) {
    var parts =
        Stream.of(
                count(period.getYears(), "year"),
                count(period.getMonths(), "month"),
                count(period.getDays(), "day"))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? "0 days" : list(parts);
  }

  static String list(List<String> things) {
    var last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : things.stream().limit(last).collect(Collectors.joining(", "))
            + " and "
            + things.get(last);
  }

  /// With the first letter large, as at the start of a sentence.
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String count(int number, String what) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "1 " + what;
      default -> number + " " + what + "s";
    };
  }
}
