package org.aboveboard.ledger.witness;

import org.aboveboard.ledger.note.NoteSignature;

/// What a witness answers to a log.
public sealed interface Answer {
  /// The checkpoint continues all that was seen; this is the cosignature.
  record Cosigned(NoteSignature cosignature) implements Answer {}

  /// The request says nothing that could be checked.
  record Malformed(String reason) implements Answer {}

  /// The witness does not follow a log of this origin.
  record Unknown() implements Answer {}

  /// No key that is known for this origin signed the checkpoint.
  record Unsigned(String reason) implements Answer {}

  /// The old size is not the one that was seen last; this one is.
  record Stale(long size) implements Answer {}

  /// The checkpoint does not continue what was seen.
  record Inconsistent(String reason) implements Answer {}
}
