package org.aboveboard.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that sentences made from a policy can be spoken in.
public enum Language {
  EN,
  DE;

  /// As it stands in a policy and in HTML: `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language of a code, or of a tag that begins with it, such as `de-AT`.
  public static Optional<Language> of(String tag) {
    var code = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }
}
