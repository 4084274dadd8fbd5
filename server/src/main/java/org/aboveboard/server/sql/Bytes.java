package org.aboveboard.server.sql;

import java.util.Arrays;

/// Bytes as a value: equal by content, and printing nothing.
public final class Bytes {
  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A value of these bytes, which the caller no longer changes.
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes);
  }

  /// The bytes, not to be changed.
  public byte[] array() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Bytes";
  }
}
