package org.aboveboard.ledger;

import java.util.HexFormat;
import java.util.Optional;

/// Bytes as lower-case hexadecimal text, so that each value has one spelling only.
final class Hex {
  private Hex() {}

  static Optional<byte[]> read(String hex, int length) {
    boolean fits = hex.length() == 2 * length && hex.chars().allMatch(Hex::isDigit);
    return fits ? Optional.of(HexFormat.of().parseHex(hex)) : Optional.empty();
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
