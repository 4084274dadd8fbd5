package org.aboveboard.server.key;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with the nonce in front (NIST SP 800-38D); what is sealed opens only under the same
/// key and in the same context.
public final class Seal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /// Named once, so that no provider is searched for at each payload.
  private static final Provider PROVIDER = cipherProvider();

  private Seal() {}

  /// The bytes under this key, in this context.
  public static byte[] seal(SecretKey key, byte[] context, byte[] plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A payload could not be sealed.", e);
    }
  }

  /// The plain bytes; whoever altered the payload or moved it elsewhere gets an exception.
  public static byte[] open(SecretKey key, byte[] context, byte[] sealed) {
    try {
      Cipher cipher = cipher();
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(context);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A sealed payload does not open: it was altered or moved.", e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES/GCM.", e);
    }
  }

  private static Provider cipherProvider() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding").getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES/GCM.", e);
    }
  }
}
