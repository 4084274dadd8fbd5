package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One field's content in [Canonical] bytes. Times, hashes and fractions are written as text.
public sealed interface Value {
  /// Unicode text, taken as it is: no normal form is forced upon it.
  record Text(String text) implements Value {
    public Text {
      if (!UTF_8.newEncoder().canEncode(text)) {
        throw new IllegalArgumentException("text holds half a character (a lone surrogate)");
      }
    }
  }

  /// A whole number of sixty-four bits.
  record Whole(long number) implements Value {}

  /// Yes or no.
  record Flag(boolean flag) implements Value {}
}
