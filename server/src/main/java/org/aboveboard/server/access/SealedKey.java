package org.aboveboard.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals a private key for the table: AES-256-GCM, the nonce in front, bound to the key's name.
final class SealedKey {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey wrapping;
  private final SecureRandom random = new SecureRandom();

  SealedKey(SecretKey wrapping) {
    this.wrapping = wrapping;
  }

  byte[] seal(String kid, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = work(Cipher.ENCRYPT_MODE, kid, nonce, plain);
    byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return whole;
  }

  byte[] open(String kid, byte[] whole) {
    return work(
        Cipher.DECRYPT_MODE,
        kid,
        Arrays.copyOf(whole, NONCE),
        Arrays.copyOfRange(whole, NONCE, whole.length));
  }

  private byte[] work(int mode, String kid, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A signing key does not open. Put the root key back that it was sealed with.", e);
    }
  }
}
