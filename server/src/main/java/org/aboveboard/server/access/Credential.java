package org.aboveboard.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// What an `Authorization` header presents: a key or a token. Prints nothing.
public record Credential(String text) {
  private static final int LONGEST = 8_192;

  /// The credential in a header: the text after `Bearer`, or the user name of `Basic`.
  ///
  /// Event SDKs send `Basic base64(key + ":")`; some leave out the colon.
  public static Optional<Credential> in(Optional<String> header) {
    return header
        .map(String::strip)
        .filter(value -> value.length() <= LONGEST)
        .flatMap(Credential::parsed)
        .filter(credential -> !credential.text().isBlank());
  }

  /// Whether it has the three parts of a compact signature.
  boolean looksLikeToken() {
    return text.chars().filter(c -> c == '.').count() == 2;
  }

  private static Optional<Credential> parsed(String value) {
    int space = value.indexOf(' ');
    String scheme = space < 0 ? "" : value.substring(0, space).toLowerCase(Locale.ROOT);
    String rest = value.substring(space + 1).strip();
    return switch (scheme) {
      case "bearer" -> Optional.of(new Credential(rest));
      case "basic" -> basic(rest);
      default -> Optional.empty();
    };
  }

  private static Optional<Credential> basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return Optional.of(new Credential(colon < 0 ? pair : pair.substring(0, colon)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Credential";
  }
}
