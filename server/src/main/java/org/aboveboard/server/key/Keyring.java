package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// The keys derived from the instance's root key, which lives outside the database. Prints nothing.
public final class Keyring {
  /// Named once, so that no provider is searched for at each look-up.
  private static final Provider PROVIDER = macProvider();

  private final RootKey root;
  private final SecretKey lookup;
  private final SecretKey wrapping;
  private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

  private Keyring(RootKey root) {
    this.root = root;
    this.lookup = root.derive("lookup", "HmacSHA256");
    this.wrapping = root.derive("wrapping", "AES");
  }

  /// What follows from this root.
  public static Keyring of(RootKey root) {
    return new Keyring(root);
  }

  /// What follows from the root key in this file; a new one is made where there is none.
  public static Keyring in(Path file, SecureRandom random) throws IOException {
    return new Keyring(RootFile.in(file, random));
  }

  /// A keyring of these 32 bytes.
  public static Keyring of(byte[] root) {
    return new Keyring(RootFile.of(root, new SecureRandom()));
  }

  /// What an outside id is found by: HMAC-SHA-256 under a key of its own.
  public Lookup lookup(String name) {
    return Lookup.stored(mac(lookup, name.getBytes(StandardCharsets.UTF_8)));
  }

  /// HMAC-SHA-256 under the key named `label`.
  public byte[] mac(String label, byte[] bytes) {
    return mac(derived.computeIfAbsent(label, name -> root.derive(name, "HmacSHA256")), bytes);
  }

  /// A key for one use, named by `label`.
  public SecretKey key(String label) {
    return root.derive(label, "AES");
  }

  /// A power's password: the same on every node, never stored.
  public String password(String power) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mac("power", power.getBytes(StandardCharsets.UTF_8)));
  }

  /// What subjects' keys were wrapped under before there were epochs.
  SecretKey wrapping() {
    return wrapping;
  }

  /// HMAC-SHA-256 under a key that is somebody's own.
  public static byte[] mac(SecretKey key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256", PROVIDER);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256.", e);
    }
  }

  private static Provider macProvider() {
    try {
      return Mac.getInstance("HmacSHA256").getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "Keyring";
  }
}
