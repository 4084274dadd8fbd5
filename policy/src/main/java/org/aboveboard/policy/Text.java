package org.aboveboard.policy;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/// Declared words in each language the policy speaks.
///
/// @param first the policy's first language, which readers of all others get
public record Text(Language first, Map<Language, String> words) {
  public Text {
    words = Map.copyOf(words);
    if (!words.containsKey(first)) {
      throw new IllegalArgumentException("A text needs words in its first language, " + first);
    }
  }

  /// Words in one language alone.
  public static Text of(Language language, String words) {
    return new Text(language, Map.of(language, words));
  }

  /// The words in a language, or in the first one where the policy does not speak it.
  public String in(Language language) {
    return requireNonNull(words.getOrDefault(language, words.get(first)));
  }

  /// The words in the policy's first language.
  public String original() {
    return in(first);
  }

  /// The words for a page whose own sentences are English: in English where the policy speaks it,
  /// or in its first language.
  public String plain() {
    return in(Language.EN);
  }
}
