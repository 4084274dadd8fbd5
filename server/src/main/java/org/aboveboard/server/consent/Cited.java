package org.aboveboard.server.consent;

import java.time.Instant;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.subject.Lookup;

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
