package org.aboveboard.server.rights;

import java.util.UUID;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.server.journal.Kind;

/// What an erasure has reached on this instance, as its receipt says it.
///
/// @param asked the index of the entry that it was asked for
/// @param rows how many rows went, the key among them
/// @param modelAt the index to which the model had followed when it was without them
/// @param before digest of the model's integers before, and `after` after
/// @param places the tables and columns that were looked into for what is left
/// @param left what was found, which is nothing
/// @param kept what stays, for how long, and why that may be
record Report(
    UUID job,
    long asked,
    long rows,
    long modelAt,
    String before,
    String after,
    String places,
    long left,
    String exports,
    String kept,
    String policy) {

  /// The body that is committed to.
  ///
  /// @param epoch with which the last copy of the key goes; 0 where only the root's end would do
  /// @param notReached what copies of the key are left, and until when
  Canonical body(int epoch, String notReached) {
    return Canonical.empty()
        .with("kind", Kind.ERASED.word())
        .with("erasure", job.toString())
        .with("asked", asked)
        .with("rows", rows)
        .with("modelAt", modelAt)
        .with("integersBefore", before)
        .with("integersAfter", after)
        .with("lookedInto", places)
        .with("found", left)
        .with("exports", exports)
        .with("kept", kept)
        .with("epoch", epoch)
        .with("notReached", notReached)
        .with("policy", policy);
  }
}
