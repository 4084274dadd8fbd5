package org.aboveboard.policy.wording;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which words are compared: compatibility characters resolved, small letters, ß as ss,
/// one kind of apostrophe, no soft hyphens.
final class Fold {
  /// Longer words stand in no lexicon and keep their form: normalising them may take long.
  private static final int LONGEST = 100;

  private Fold() {}

  static String of(String word) {
    if (word.length() > LONGEST) {
      return word;
    }
    var plain = new StringBuilder(word.length());
    word.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Letters.isApostrophe(c) ? '\'' : c)
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss");
  }
}
