package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Base64Text;

/// A proof that can be checked without a net: an index, a path, the checkpoint it leads to, and
/// what else its reader needs (c2sp.org/tlog-proof).
///
/// Each proof has one text only, so that no byte of the file is free. It proves nothing before a
/// [Receipt] is verified.
///
/// @param extra base64 of what the format leaves to us, or empty
/// @param checkpoint the note as the log issued it
public record ProofFile(String extra, long index, List<Hash> path, String checkpoint) {
  /// The first line.
  public static final String HEADER = "c2sp.org/tlog-proof@v1";

  /// The longest file that is read.
  public static final int MAX_BYTES = 4 << 20;

  /// The longest path: no tree of ours is higher.
  static final int MAX_PATH = 63;

  public ProofFile {
    path = List.copyOf(path);
    if (index < 0 || path.size() > MAX_PATH || checkpoint.isEmpty()) {
      throw new IllegalArgumentException("a proof has an index, 0 to 63 hashes, and a checkpoint");
    }
    if (Base64Text.read(extra).isEmpty()) {
      throw new IllegalArgumentException("what is extra stands in base64");
    }
  }

  /// What reading a file found.
  public sealed interface Reading {}

  /// The file is this proof.
  public record Read(ProofFile file) implements Reading {}

  /// The file is no proof; the reason names the line.
  public record Unreadable(String reason) implements Reading {}

  public static Reading read(byte[] bytes) {
    return new ProofLines(bytes).read();
  }

  /// What the format leaves to us, as bytes.
  public byte[] extraBytes() {
    return Base64Text.read(extra).orElseThrow();
  }

  /// The number of the line where the path begins, from 1.
  int pathLine() {
    return extra.isEmpty() ? 3 : 4;
  }

  public String text() {
    return (HEADER + "\n")
        + (extra.isEmpty() ? "" : "extra " + extra + "\n")
        + ("index " + index + "\n")
        + path.stream()
            .map(hash -> Base64Text.write(hash.bytes()) + "\n")
            .collect(Collectors.joining())
        + ("\n" + checkpoint);
  }

  public byte[] bytes() {
    return text().getBytes(UTF_8);
  }
}
