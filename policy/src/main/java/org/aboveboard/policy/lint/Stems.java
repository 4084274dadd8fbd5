package org.aboveboard.policy.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;

/// The words of a text in small letters and without the commonest endings, so that "ratings" is
/// found in "rating".
final class Stems {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PARTS_EN = Pattern.compile("[,;:/()&]|\\b(?:and|or)\\b");
  private static final Pattern PARTS_DE = Pattern.compile("[,;:/()&]|\\b(?:und|oder)\\b");
  private static final Pattern END_EN = Pattern.compile("(?<=.{3}[^s])s$");
  private static final Pattern END_DE = Pattern.compile("(?<=.{4})(?:en|n|s|e)$");

  private Stems() {}

  static List<String> of(Language language, String text) {
    var end =
        switch (language) {
          case EN -> END_EN;
          case DE -> END_DE;
        };
    return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .map(word -> end.matcher(word).replaceFirst(""))
        .toList();
  }

  /// The parts of a list of names, each with a word at least.
  static Stream<String> parts(Language language, String names) {
    var between =
        switch (language) {
          case EN -> PARTS_EN;
          case DE -> PARTS_DE;
        };
    return Arrays.stream(between.split(names))
        .map(String::strip)
        .filter(part -> !of(language, part).isEmpty());
  }
}
