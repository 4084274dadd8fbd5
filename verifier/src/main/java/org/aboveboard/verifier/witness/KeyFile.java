package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;

/// The file with a witness's private key, which only its owner may read. It is made at the first
/// start.
final class KeyFile {
  private static final int SEED = 32;

  private KeyFile() {}

  /// The key in the folder; where there is none yet, a new one of this kind and name. An empty name
  /// is replaced by one that follows from the key.
  static Cosigner open(Path folder, KeyKind kind, String name, RandomGenerator random)
      throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("key");
    if (Files.notExists(file)) {
      var seed = new byte[SEED];
      random.nextBytes(seed);
      var key = Cosigner.of(name.isEmpty() ? name(kind, seed) : name, kind, seed);
      Durable.replace(folder, "key", (key.format() + "\n").getBytes(UTF_8));
    }
    return read(file);
  }

  private static Cosigner read(Path file) throws IOException {
    if (isOpenToOthers(file)) {
      throw new IOException(file + " can be read by others; run chmod 600 on it");
    }
    return Cosigner.parse(Files.readString(file).strip())
        .orElseThrow(() -> new IOException(file + " holds no key; restore it"));
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
            .containsAll(Files.getPosixFilePermissions(file));
  }

  private static String name(KeyKind kind, byte[] seed) {
    var publicKey = Cosigner.of("unnamed", kind, seed).verifier().publicKey();
    return "aboveboard.invalid/witness/" + Hash.sha256(publicKey).hex().substring(0, 16);
  }
}
