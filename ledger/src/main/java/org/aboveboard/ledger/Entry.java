package org.aboveboard.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One line of the journal as outsiders see it: where it stands, what kind of thing happened, when,
/// and a commitment to the rest.
///
/// Indexes start at 0 and leave no gap, for an entry's index is its place in the [Tree]. The time
/// is cut to whole seconds: finer ones would tell outsiders who did what at the same moment.
public record Entry(long index, String kind, Instant at, Commitment commitment) {
  public Entry {
    if (index < 0) {
      throw new IllegalArgumentException("an index is 0 or more");
    }
    if (!Canonical.isKey(kind)) {
      throw new IllegalArgumentException(
          "a kind is a letter, then up to 63 of letters, digits and ._-");
    }
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /// What the tree's leaf hashes: kind, time and commitment. The place in the tree binds the index.
  public byte[] bytes() {
    return Canonical.empty()
        .with("at", at.toString())
        .with("commitment", commitment.hash().hex())
        .with("kind", kind)
        .bytes();
  }

  public Hash leaf() {
    return Tree.leaf(bytes());
  }
}
