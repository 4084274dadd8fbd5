package org.aboveboard.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;

/// A source of chance that holds one seed only: the key generator that draws from it makes the one
/// key pair that the standard derives from the seed.
@SuppressWarnings("serial")
final class Seeded extends SecureRandom {
  static final int LENGTH = 32;

  private final byte[] seed;
  private boolean isDrawn;

  private Seeded(byte[] seed) {
    this.seed = seed.clone();
  }

  /// The key pair of Ed25519 (RFC 8032 section 5.1.5) or ML-DSA (FIPS 204 algorithm 6) of the seed.
  static KeyPair pair(String algorithm, byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(new NamedParameterSpec(algorithm), new Seeded(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + algorithm, e);
    }
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (isDrawn || bytes.length != seed.length) {
      throw new IllegalStateException("a key is made of one seed");
    }
    isDrawn = true;
    System.arraycopy(seed, 0, bytes, 0, seed.length);
  }
}
