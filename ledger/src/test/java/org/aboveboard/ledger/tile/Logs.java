package org.aboveboard.ledger.tile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;

/// Logs of made-up entries, signed with a key that is no secret.
final class Logs {
  static final SignerKey KEY = SignerKey.of("example.com/log", new byte[32]);

  private Logs() {}

  /// What the journal would have at this index.
  static Entry entry(long index) {
    return new Entry(
        index,
        index % 3 == 0 ? "consent" : "decisions",
        Instant.ofEpochSecond(1_767_225_600L + index),
        new Commitment(Hash.sha256(Long.toString(index).getBytes(US_ASCII))));
  }

  static Note checkpoint(long size, Hash root) {
    return KEY.sign(new Checkpoint(KEY.verifier().name(), size, root).text());
  }

  /// Grows the log in this folder to a size, from the one that it shows.
  static void grow(Path path, long to) throws IOException {
    var folder = TileFolder.open(path);
    var growth = Growth.resume(folder, shown(folder), folder);
    for (long index = growth.size(); index < to; index++) {
      growth.add(entry(index).bytes());
    }
    folder.publish(checkpoint(to, growth.cut()));
    folder.dropPartials();
  }

  static long shown(TileFolder folder) throws IOException {
    return folder.checkpoint().map(note -> read(note).size()).orElse(0L);
  }

  static Checkpoint read(Note note) {
    return ((Checkpoint.Read) Checkpoint.parse(note.text())).checkpoint();
  }
}
