package org.aboveboard.ledger.note;

import java.util.Base64;
import java.util.Optional;

/// Bytes as base64 text (RFC 4648 section 4) in its one spelling: padded, without line breaks, the
/// spare bits zero.
public final class Base64Text {
  private Base64Text() {}

  /// The bytes, or nothing where the text is not the one spelling of any bytes.
  public static Optional<byte[]> read(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text);
      return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public static String write(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
