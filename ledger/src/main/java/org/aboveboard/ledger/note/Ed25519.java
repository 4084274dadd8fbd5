package org.aboveboard.ledger.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/// Ed25519 (RFC 8032) over raw keys of thirty-two bytes.
///
/// The platform wants keys wrapped as X.509 and PKCS#8, whose first bytes never change for this
/// curve. Public keys whose point has an order below nine would let one signature pass for any
/// message, so they are no keys here; nor are points that are not written in their one way.
final class Ed25519 {
  static final int LENGTH = 32;

  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  /// The y of the eight points of small order, sign bit off: 0, 1, -1, and the two of order eight.
  private static final Set<String> SMALL =
      Set.of(
          "00".repeat(LENGTH),
          "01" + "00".repeat(LENGTH - 1),
          "ec" + "ff".repeat(LENGTH - 2) + "7f",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  private Ed25519() {}

  static boolean isPublicKey(byte[] bytes) {
    var y = bytes.clone();
    y[LENGTH - 1] &= 0x7f;
    return !isOverflowing(y) && !SMALL.contains(HexFormat.of().formatHex(y)) && isOnCurve(bytes);
  }

  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(joined(X509, publicKey))));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (InvalidKeyException | InvalidKeySpecException | SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks Ed25519", e);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, seed))));
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks Ed25519", e);
    }
  }

  static byte[] publicKey(byte[] seed) {
    var x509 = Seeded.pair("Ed25519", seed).getPublic().getEncoded();
    return Arrays.copyOfRange(x509, X509.length, x509.length);
  }

  /// Whether y is the prime 2^255 - 19 or more, which is a second spelling of y less the prime.
  private static boolean isOverflowing(byte[] y) {
    boolean isFull = y[LENGTH - 1] == 0x7f;
    for (int i = 1; i < LENGTH - 1; i++) {
      isFull &= y[i] == (byte) 0xff;
    }
    return isFull && Byte.toUnsignedInt(y[0]) >= 0xed;
  }

  private static boolean isOnCurve(byte[] publicKey) {
    try {
      Signature.getInstance("Ed25519")
          .initVerify(
              KeyFactory.getInstance("Ed25519")
                  .generatePublic(new X509EncodedKeySpec(joined(X509, publicKey))));
      return true;
    } catch (InvalidKeyException | InvalidKeySpecException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks Ed25519", e);
    }
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    return ByteBuffer.allocate(head.length + tail.length).put(head).put(tail).array();
  }
}
