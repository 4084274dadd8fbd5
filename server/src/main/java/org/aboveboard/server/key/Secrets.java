package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// Secrets that are not of a person, such as the key that signs the ledger: a file `NAME.key` for
/// each, sealed by the root, made when it is first asked for.
public final class Secrets {
  private final Path folder;
  private final RootKey root;
  private final Guard guard;

  private Secrets(Path folder, RootKey root, Guard guard) {
    this.folder = folder;
    this.root = root;
    this.guard = guard;
  }

  /// The secrets in this folder.
  public static Secrets in(Path folder, RootKey root) throws IOException {
    return new Secrets(folder, root, Guard.of(folder));
  }

  /// The secret of this name; the first to ask makes it, of this many random bytes.
  public byte[] secret(String name, int bytes, SecureRandom random) throws IOException {
    if (!name.matches("[a-z][a-z-]*") || name.equals("root")) {
      throw new IllegalArgumentException("A secret's name is small letters, and not \"root\".");
    }
    Path file = folder.resolve(name + ".key");
    return guard.hold(
        () -> Files.exists(file) ? read(file, name) : make(file, name, bytes, random));
  }

  private byte[] make(Path file, String name, int bytes, SecureRandom random) throws IOException {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    String sealed = Base64.getEncoder().encodeToString(root.seal(context(name), secret));
    Durable.write(file, (sealed + "\n").getBytes(US_ASCII));
    return secret;
  }

  private byte[] read(Path file, String name) throws IOException {
    try {
      byte[] sealed = Base64.getDecoder().decode(Files.readString(file, ISO_8859_1).strip());
      return root.open(context(name), sealed);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new KeyFault(
          "keys/" + name + ".key does not open under this root key. Put the right file back.", e);
    }
  }

  private static String context(String name) {
    return "aboveboard secret " + name;
  }
}
