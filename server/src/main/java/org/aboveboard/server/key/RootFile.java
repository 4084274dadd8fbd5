package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The root key as a file: 32 bytes in base64, readable by its owner alone. Prints nothing.
public final class RootFile implements RootKey {
  private static final int BYTES = 32;

  private final SecretKey root;
  private final SecretKey sealing;
  private final SecureRandom random;

  private RootFile(byte[] root, SecureRandom random) {
    this.root = new SecretKeySpec(root, "HKDF");
    this.sealing = derive("sealing of secrets", "AES");
    this.random = random;
  }

  /// The key in this file; a new one is made where there is none.
  public static RootFile in(Path file, SecureRandom random) throws IOException {
    if (Files.notExists(file)) {
      create(file, random);
    }
    byte[] root = decoded(Files.readString(file).strip());
    if (root.length != BYTES) {
      throw new IOException(
          file.getFileName()
              + " holds no root key. Put the right file back; without it no payload can be read.");
    }
    return new RootFile(root, random);
  }

  static RootFile of(byte[] root, SecureRandom random) {
    return new RootFile(root.clone(), random);
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Durable.folder(folder);
    }
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    Durable.write(file, (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(UTF_8));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public byte[] seal(String context, byte[] secret) {
    return Seal.seal(sealing, context.getBytes(UTF_8), secret, random);
  }

  @Override
  public byte[] open(String context, byte[] sealed) {
    return Seal.open(sealing, context.getBytes(UTF_8), sealed);
  }

  @Override
  public SecretKey derive(String label, String algorithm) {
    return Hkdf.derive(root, ("aboveboard " + label).getBytes(UTF_8), algorithm);
  }

  @Override
  public String toString() {
    return "RootFile";
  }
}
