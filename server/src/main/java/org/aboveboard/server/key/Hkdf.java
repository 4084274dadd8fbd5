package org.aboveboard.server.key;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF-SHA-256 (RFC 5869): keys for named uses out of one key.
final class Hkdf {
  static final int BYTES = 32;
  private static final String NAME = "HKDF-SHA256";

  private Hkdf() {}

  /// A key of 32 bytes for the use that `info` names.
  static SecretKey derive(SecretKey from, byte[] info, String algorithm) {
    try {
      return KDF.getInstance(NAME)
          .deriveKey(algorithm, HKDFParameterSpec.ofExtract().addIKM(from).thenExpand(info, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256.", e);
    }
  }

  /// The whole function, as its public vectors test it.
  static byte[] bytes(byte[] from, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance(NAME)
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(info, length));
  }
}
