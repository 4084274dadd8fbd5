package org.aboveboard.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A SHA-256 value: thirty-two bytes that stand for what was hashed.
public final class Hash {
  /// Number of bytes in every hash.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with these bytes, or nothing where there are not exactly thirty-two.
  public static Optional<Hash> of(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(new Hash(bytes.clone())) : Optional.empty();
  }

  /// The hash written as sixty-four lower-case hexadecimal digits, or nothing for any other text.
  public static Optional<Hash> ofHex(String hex) {
    return Hex.read(hex, LENGTH).map(Hash::new);
  }

  /// The hash of the parts, one after the other.
  public static Hash sha256(byte[]... parts) {
    var digest = digest();
    for (var part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
