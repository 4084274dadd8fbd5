package org.aboveboard.verifier;

import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;

/// A checkpoint with the note that it stands in, under the name by which the person knows it.
record Signed(String name, Note note, Checkpoint checkpoint) {
  static Signed read(String name, byte[] bytes) throws Unreadable {
    return switch (Note.read(bytes)) {
      case Note.Unreadable(var reason) -> throw unreadable(name, reason);
      case Note.Read(var note) ->
          switch (Checkpoint.parse(note.text())) {
            case Checkpoint.Unreadable(var reason) -> throw unreadable(name, reason);
            case Checkpoint.Read(var checkpoint) -> new Signed(name, note, checkpoint);
          };
    };
  }

  private static Unreadable unreadable(String name, String reason) {
    return new Unreadable(
        name + " is not a checkpoint: " + reason, "Give the checkpoint as the log published it.");
  }
}
