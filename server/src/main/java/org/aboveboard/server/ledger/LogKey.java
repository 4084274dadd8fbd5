package org.aboveboard.server.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.server.key.Keyring;

/// The key that signs the ledger's checkpoints, and the name that it signs them under.
///
/// The seed follows from the root key, so that whoever restores an instance goes on with the same
/// ledger. The name is given once, or made from the key.
final class LogKey {
  private static final byte[] SEED = "checkpoints".getBytes(StandardCharsets.US_ASCII);
  private static final String ORIGIN = "origin";
  private static final String UNNAMED = "aboveboard.invalid/";

  private LogKey() {}

  /// The key under the ledger's name, which stands in its folder from the first start on.
  static SignerKey in(Path folder, Keyring keyring) throws IOException {
    return in(folder, keyring.mac("ledger", SEED));
  }

  static SignerKey in(Path folder, byte[] seed) throws IOException {
    if (Files.notExists(folder.resolve(ORIGIN))) {
      name(folder, unnamed(seed));
    }
    String origin = new String(Files.readAllBytes(folder.resolve(ORIGIN)), UTF_8).strip();
    try {
      return SignerKey.of(origin, seed);
    } catch (IllegalArgumentException e) {
      throw new LedgerFault(
          "The file origin in the folder ledger holds no name.",
          "Put back the one this ledger was published under; it is the first line of checkpoint.");
    }
  }

  static boolean isNamed(Path folder) {
    return Files.exists(folder.resolve(ORIGIN));
  }

  /// Gives an empty folder the name that the database has published under.
  static void remember(Path folder, Optional<String> published) throws IOException {
    Optional<String> origin = published.flatMap(text -> text.lines().findFirst());
    if (origin.isPresent()) {
      name(folder, origin.get());
    }
  }

  /// Names the ledger of a folder; false where it has another name already.
  static boolean name(Path folder, String origin) throws IOException {
    Path file = folder.resolve(ORIGIN);
    if (Files.exists(file)) {
      return Files.readString(file).strip().equals(origin);
    }
    Files.createDirectories(folder);
    SmallFile.write(file, origin + "\n");
    return true;
  }

  private static String unnamed(byte[] seed) {
    byte[] publicKey = SignerKey.of("unnamed", seed).verifier().publicKey();
    return UNNAMED + Hash.sha256(publicKey).hex().substring(0, 16);
  }
}
