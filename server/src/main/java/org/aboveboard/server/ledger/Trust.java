package org.aboveboard.server.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.Member;
import org.aboveboard.ledger.trust.TrustPolicy;

/// Whom this ledger's readers may believe, and which witnesses it asks: the file `policy` in its
/// folder, in the format of tlog-policy.
final class Trust {
  private static final String FILE = "policy";

  private Trust() {}

  /// The file's policy; where there is none, one that believes the ledger's own key.
  static TrustPolicy in(Path folder, VerifierKey key) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      SmallFile.write(file, TrustPolicy.of(key).format());
    }
    return switch (TrustPolicy.parse(Files.readAllBytes(file))) {
      case TrustPolicy.Read(TrustPolicy policy) when isOf(policy, key) -> reachable(file, policy);
      case TrustPolicy.Read _ ->
          throw new IOException(
              file + " does not name this ledger. Write the line: log " + key.format());
      case TrustPolicy.Unreadable(String reason) ->
          throw new IOException(file + " is no policy of a log: " + reason);
    };
  }

  private static TrustPolicy reachable(Path file, TrustPolicy policy) throws IOException {
    for (Member member : policy.members()) {
      if (member instanceof Member.Witness witness
          && !witness.url().isEmpty()
          && !witness.url().matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[!-~]*)?")) {
        throw new IOException(
            file + ": the witness " + witness.name() + " has no address such as https://host/path");
      }
    }
    return policy;
  }

  private static boolean isOf(TrustPolicy policy, VerifierKey key) {
    return policy.logs().stream().anyMatch(log -> log.key().equals(key));
  }
}
