package org.aboveboard.server.key;

import org.aboveboard.server.sql.Bytes;

/// A subject's wrapped key, as it lies in its row.
public record WrappedKey(long subject, Lookup lookup, Bytes wrapped) {
  /// The same key in other bytes.
  WrappedKey as(byte[] anew) {
    return new WrappedKey(subject, lookup, Bytes.of(anew));
  }

  @Override
  public String toString() {
    return "WrappedKey";
  }
}
