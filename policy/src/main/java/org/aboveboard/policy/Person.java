package org.aboveboard.policy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Somebody who can sign for the organisation.
///
/// @param key their Ed25519 public key, in base64 of its X.509 form
public record Person(String id, String name, String role, String key) {

  /// Whether a signature of these bytes was made with their declared key.
  public boolean hasSigned(byte[] bytes, String signature) {
    try {
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(key));
      var check = Signature.getInstance("Ed25519");
      check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
      check.update(bytes);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }
}
