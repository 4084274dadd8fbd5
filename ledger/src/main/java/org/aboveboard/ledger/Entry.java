package org.aboveboard.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

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

  /// The entry with this index and these bytes, or nothing where no entry has them.
  public static Optional<Entry> read(long index, byte[] bytes) {
    return switch (Canonical.read(bytes)) {
      case Canonical.Unreadable _ -> Optional.empty();
      case Canonical.Read(var record) ->
          of(index, record).filter(entry -> Arrays.equals(entry.bytes(), bytes));
    };
  }

  private static Optional<Entry> of(long index, Canonical record) {
    var hash = text(record, "commitment").flatMap(Hash::ofHex);
    try {
      return index < 0 || hash.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Entry(
                  index,
                  text(record, "kind").orElse(""),
                  Instant.parse(text(record, "at").orElse("")),
                  new Commitment(hash.get())));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Canonical record, String field) {
    return record
        .field(field)
        .flatMap(
            value -> value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty());
  }

  public Hash leaf() {
    return Tree.leaf(bytes());
  }
}
