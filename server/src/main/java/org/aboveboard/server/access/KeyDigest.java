package org.aboveboard.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The SHA-256 of a key. The keys are 32 random bytes, so a plain digest is as hard to reverse as
/// the key is to guess; comparing takes the same time wherever two digests differ.
final class KeyDigest {
  private final byte[] bytes;

  private KeyDigest(byte[] bytes) {
    this.bytes = bytes;
  }

  static KeyDigest of(String presented) {
    try {
      byte[] text = presented.getBytes(StandardCharsets.UTF_8);
      return new KeyDigest(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }

  static KeyDigest stored(byte[] bytes) {
    return new KeyDigest(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyDigest digest && MessageDigest.isEqual(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "KeyDigest";
  }
}
