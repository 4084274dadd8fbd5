package org.aboveboard.server.key;

import java.util.HexFormat;
import org.aboveboard.server.sql.Bytes;

/// What a subject's row is found by: a keyed digest of the outside id, of no use without the key.
public record Lookup(Bytes digest) {
  private Lookup(byte[] digest) {
    this(Bytes.of(digest));
  }

  /// A look-up as it stands in a row.
  public static Lookup stored(byte[] digest) {
    return new Lookup(digest);
  }

  public byte[] bytes() {
    return digest.array();
  }

  /// Lower-case hex, as the row security setting wants it.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public String toString() {
    return "Lookup";
  }
}
