package org.aboveboard.server.key;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.aboveboard.server.sql.Bytes;

/// One line of the erasures file: whose key was to go, known by digests alone.
///
/// @param fingerprint of the key, so that somebody who came back with a new one is not meant
/// @param epoch the newest when it was written; until it is destroyed, a copy may still open
public record Erased(Instant at, Lookup lookup, Bytes fingerprint, int epoch) {
  private static final int DIGEST = 32;

  String line() {
    return at
        + " "
        + lookup.hex()
        + " "
        + HexFormat.of().formatHex(fingerprint.array())
        + " "
        + epoch;
  }

  /// The entry of a line in its one form; nothing where it is none.
  static Optional<Erased> read(String line) {
    return words(line).filter(read -> read.line().equals(line));
  }

  private static Optional<Erased> words(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4) {
      return Optional.empty();
    }
    try {
      byte[] lookup = HexFormat.of().parseHex(words[1]);
      byte[] fingerprint = HexFormat.of().parseHex(words[2]);
      return lookup.length == DIGEST && fingerprint.length == DIGEST
          ? Optional.of(
              new Erased(
                  Instant.parse(words[0]),
                  Lookup.stored(lookup),
                  Bytes.of(fingerprint),
                  Integer.parseInt(words[3])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Erased";
  }
}
