package org.aboveboard.server.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.SignerKey;

/// The key that signs the ledger's checkpoints, and the name that it signs them under.
///
/// The seed follows from the root key, so that whoever restores an instance goes on with the same
/// ledger. The name is given once, or made from the key.
final class LogKey {
  private static final String ORIGIN = "origin";
  private static final String UNNAMED = "aboveboard.invalid/";

  private LogKey() {}

  /// The key under the ledger's name, which stands in its folder from the first start on.
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

  /// Names a ledger that has no name yet; its readers will know it by it.
  static void name(Path folder, String origin) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ORIGIN), origin + "\n");
  }

  private static String unnamed(byte[] seed) {
    byte[] publicKey = SignerKey.of("unnamed", seed).verifier().publicKey();
    return UNNAMED + Hash.sha256(publicKey).hex().substring(0, 16);
  }
}
