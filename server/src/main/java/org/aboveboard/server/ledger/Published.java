package org.aboveboard.server.ledger;

import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.VerifierKey;

/// How far the ledger was published: the signed checkpoint over its first entries.
///
/// @param note the log's signature and those of its witnesses
record Published(Checkpoint checkpoint, Note note) {

  /// A checkpoint that was published under this key.
  static Published of(Note note, VerifierKey key) {
    if (note.verify(key) instanceof Verdict.Refuted(String reason)) {
      throw foreign(reason);
    }
    return switch (Checkpoint.parse(note.text())) {
      case Checkpoint.Read(Checkpoint checkpoint) -> new Published(checkpoint, note);
      case Checkpoint.Unreadable(String reason) -> throw foreign(reason);
    };
  }

  /// The same from its text.
  static Published of(String text, VerifierKey key) {
    return switch (Note.read(text)) {
      case Note.Read(Note note) -> of(note, key);
      case Note.Unreadable(String reason) -> throw foreign(reason);
    };
  }

  long size() {
    return checkpoint.size();
  }

  private static LedgerFault foreign(String reason) {
    return new LedgerFault(
        "A published checkpoint is not this ledger's: " + reason + ".",
        "Put back the folder \"ledger\" and the root key that belong to this database.");
  }
}
