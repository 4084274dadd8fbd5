package org.aboveboard.ledger.witness;

import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;

/// How far a witness has followed one log.
public sealed interface Seen {
  /// It has cosigned nothing of this log.
  record Nothing() implements Seen {}

  /// The newest checkpoint that it cosigned, with the log's signatures and its own.
  record Latest(Checkpoint checkpoint, Note note) implements Seen {}

  default long size() {
    return switch (this) {
      case Nothing _ -> 0;
      case Latest(var checkpoint, _) -> checkpoint.size();
    };
  }
}
