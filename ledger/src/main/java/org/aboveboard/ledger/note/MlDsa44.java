package org.aboveboard.ledger.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// ML-DSA-44 (FIPS 204) with an empty context, over raw public keys and seeds.
///
/// The platform wants public keys wrapped as X.509, whose first bytes never change for this set of
/// parameters.
final class MlDsa44 {
  static final int LENGTH = 1312;

  private static final String NAME = "ML-DSA-44";
  private static final byte[] X509 =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private MlDsa44() {}

  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      var x509 = ByteBuffer.allocate(X509.length + LENGTH).put(X509).put(publicKey).array();
      var verifier = Signature.getInstance(NAME);
      verifier.initVerify(
          KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (InvalidKeyException | InvalidKeySpecException | SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + NAME, e);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      var signer = Signature.getInstance(NAME);
      signer.initSign(Seeded.pair(NAME, seed).getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + NAME, e);
    }
  }

  static byte[] publicKey(byte[] seed) {
    var x509 = Seeded.pair(NAME, seed).getPublic().getEncoded();
    return Arrays.copyOfRange(x509, X509.length, x509.length);
  }
}
