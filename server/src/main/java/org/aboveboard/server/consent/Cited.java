package org.aboveboard.server.consent;

import java.time.Instant;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Bytes;

/// The served prompt that an answer cites.
///
/// @param nonce its single-use id
/// @param lookup of whom it was put to
record Cited(Bytes nonce, Lookup lookup, Instant served) {
  @Override
  public String toString() {
    return "Cited";
  }
}
