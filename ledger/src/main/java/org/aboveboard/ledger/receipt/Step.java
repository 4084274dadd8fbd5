package org.aboveboard.ledger.receipt;

import org.aboveboard.ledger.Hash;

/// One hash on the way from a body to the root that was signed, for whoever shows the way.
public sealed interface Step {
  Hash hash();

  /// Nonce and body, and what they come after, hashed into the commitment.
  record Committed(Hash hash) implements Step {}

  /// The entry, or the commitment of one statement among many, as a leaf of a tree.
  record Leaf(long index, long size, Hash hash) implements Step {}

  /// Two children hashed into their node.
  record Node(Hash left, Hash right, Hash hash) implements Step {}

  /// The root that the body of the entry, or the checkpoint, names.
  record Root(Hash hash) implements Step {}
}
