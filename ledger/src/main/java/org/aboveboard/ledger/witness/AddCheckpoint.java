package org.aboveboard.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Base64Text;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;

/// A log's request to a witness (c2sp.org/tlog-witness): cosign this checkpoint, here is the proof
/// that it continues the one of the old size.
public record AddCheckpoint(long old, List<Hash> proof, Note note) {
  /// The most hashes that a consistency proof has.
  public static final int MAX_PROOF = 63;

  /// The longest request that is read.
  public static final int MAX_BYTES = 1 << 16;

  private static final String OLD = "old ";

  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (old < 0 || proof.size() > MAX_PROOF) {
      throw new IllegalArgumentException("a size is 0 or more, a proof has at most 63 hashes");
    }
  }

  /// What reading a request found.
  public sealed interface Reading {}

  /// The body is this request.
  public record Read(AddCheckpoint request) implements Reading {}

  /// The body is not a request.
  public record Unreadable(String reason) implements Reading {}

  public static Reading parse(byte[] body) {
    if (body.length > MAX_BYTES) {
      return new Unreadable("the request has more than " + MAX_BYTES + " bytes");
    }
    try {
      return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException _) {
      return new Unreadable("the request is not UTF-8");
    }
  }

  private static Reading parse(String body) {
    int blank = body.indexOf("\n\n");
    if (blank < 0) {
      return new Unreadable("no blank line stands before the checkpoint");
    }
    var lines = List.of(body.substring(0, blank).split("\n", -1));
    var old = old(lines.getFirst());
    var proof = proof(lines.subList(1, lines.size()));
    if (old.isEmpty() || proof.isEmpty()) {
      return new Unreadable("the request begins with \"old SIZE\" and up to 63 hashes in base64");
    }
    return switch (Note.read(body.substring(blank + 2))) {
      case Note.Unreadable(var reason) -> new Unreadable(reason);
      case Note.Read(var note) -> new Read(new AddCheckpoint(old.get(), proof.get(), note));
    };
  }

  private static Optional<Long> old(String line) {
    return line.startsWith(OLD) ? Checkpoint.size(line.substring(OLD.length())) : Optional.empty();
  }

  private static Optional<List<Hash>> proof(List<String> lines) {
    var hashes = new ArrayList<Hash>();
    for (var line : lines) {
      Base64Text.read(line).flatMap(Hash::of).ifPresent(hashes::add);
    }
    return hashes.size() == lines.size() && hashes.size() <= MAX_PROOF
        ? Optional.of(hashes)
        : Optional.empty();
  }

  /// The body of the request.
  public String format() {
    return proof.stream()
        .map(hash -> Base64Text.write(hash.bytes()) + "\n")
        .collect(Collectors.joining("", OLD + old + "\n", "\n" + note.format()));
  }
}
