package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The instance's root key, which lives outside the database, and the keys derived from it
/// (HKDF-SHA-256, RFC 5869). Prints nothing.
public final class Keyring {
  private static final int BYTES = 32;

  /// Named once, so that no provider is searched for at each look-up.
  private static final Provider PROVIDER = macProvider();

  private final SecretKey root;
  private final SecretKey lookup;
  private final SecretKey wrapping;
  private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

  private Keyring(byte[] root) {
    this.root = new SecretKeySpec(root, "HKDF");
    this.lookup = derive("lookup", "HmacSHA256");
    this.wrapping = derive("wrapping", "AES");
  }

  /// The key in this file; a new one is made, readable by its owner alone, where there is none.
  public static Keyring in(Path file, SecureRandom random) throws IOException {
    if (Files.notExists(file)) {
      byte[] fresh = new byte[BYTES];
      random.nextBytes(fresh);
      create(file, fresh);
    }
    byte[] root = decoded(Files.readString(file).strip());
    if (root.length != BYTES) {
      throw new IOException(
          file.getFileName()
              + " holds no root key. Put the right file back; without it no payload can be read.");
    }
    return new Keyring(root);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /// A keyring of these 32 bytes.
  public static Keyring of(byte[] root) {
    return new Keyring(root.clone());
  }

  /// What an outside id is found by: HMAC-SHA-256 under a key of its own.
  public Lookup lookup(String name) {
    return new Lookup(mac(lookup, name.getBytes(StandardCharsets.UTF_8)));
  }

  /// HMAC-SHA-256 under the key named `label`.
  public byte[] mac(String label, byte[] bytes) {
    return mac(derived.computeIfAbsent(label, name -> derive(name, "HmacSHA256")), bytes);
  }

  /// A key for one use, named by `label`.
  public SecretKey key(String label) {
    return derive(label, "AES");
  }

  /// A power's password: the same on every node, never stored.
  public String password(String power) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mac("power", power.getBytes(StandardCharsets.UTF_8)));
  }

  SecretKey wrapping() {
    return wrapping;
  }

  private SecretKey derive(String label, String algorithm) {
    try {
      var info = ("aboveboard " + label).getBytes(StandardCharsets.UTF_8);
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(algorithm, HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(info, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256.", e);
    }
  }

  private static byte[] mac(SecretKey key, byte[] bytes) {
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

  private static void create(Path file, byte[] fresh) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path half = Files.createTempFile(folder, "root", ".key", owner);
    Files.writeString(
        half, Base64.getEncoder().encodeToString(fresh) + "\n", StandardOpenOption.SYNC);
    Files.move(half, file);
  }
}
