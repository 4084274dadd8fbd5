package org.aboveboard.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Thirty-two random bytes that hide what a [Commitment] is about until they are shown.
///
/// A nonce is a secret: destroy it and nobody can tie the commitment to its body again. It
/// therefore never prints itself.
public final class Nonce {
  /// Number of bytes in every nonce.
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Nonce(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A fresh nonce. Outside tests the generator must be a `java.security.SecureRandom`.
  public static Nonce draw(RandomGenerator random) {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new Nonce(bytes);
  }

  /// The nonce with these bytes, or nothing where there are not exactly thirty-two.
  public static Optional<Nonce> of(byte[] bytes) {
    return bytes.length == LENGTH ? Optional.of(new Nonce(bytes.clone())) : Optional.empty();
  }

  /// The nonce written as sixty-four lower-case hexadecimal digits, or nothing for any other text.
  public static Optional<Nonce> ofHex(String hex) {
    return Hex.read(hex, LENGTH).map(Nonce::new);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nonce nonce && Arrays.equals(bytes, nonce.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Nonce";
  }
}
