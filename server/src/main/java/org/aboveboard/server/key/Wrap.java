package org.aboveboard.server.key;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A subject's own random key, wrapped by the key that lives outside the database.
public final class Wrap {
  private static final int BYTES = 32;

  private final Keyring keyring;
  private final SecureRandom random;

  public Wrap(Keyring keyring, SecureRandom random) {
    this.keyring = keyring;
    this.random = random;
  }

  /// A new key.
  public SecretKey draw() {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return new SecretKeySpec(fresh, "AES");
  }

  /// The key as it may lie in a row.
  public byte[] wrap(SecretKey key, Lookup lookup) {
    return Seal.seal(keyring.wrapping(), lookup.bytes(), key.getEncoded(), random);
  }

  /// The key that lies in a row.
  public SecretKey unwrap(byte[] wrapped, Lookup lookup) {
    return new SecretKeySpec(Seal.open(keyring.wrapping(), lookup.bytes(), wrapped), "AES");
  }
}
