package org.aboveboard.server.transparency;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a browser prefers, as a request says it.
final class Preferred {
  private Preferred() {}

  static Edition.Request request(
      Optional<String> policy,
      Optional<String> language,
      Optional<String> match,
      HttpHeaders headers) {
    return new Edition.Request(policy, language, languages(headers), match);
  }

  private static List<String> languages(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream().map(Locale::toLanguageTag).toList();
  }
}
