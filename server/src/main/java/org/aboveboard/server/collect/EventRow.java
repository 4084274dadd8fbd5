package org.aboveboard.server.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.sql.Bytes;

/// An event that may be kept, ready to be written.
///
/// @param signal the signal it counts for, if it counts for one
/// @param purposes the purposes it is held for, by their declared numbers
/// @param kept the day from which retention counts
/// @param consentIndex the last thing the subject had said when it was decided
/// @param message what a repetition of it is recognised by
record EventRow(
    long subject,
    short event,
    Optional<Short> signal,
    OptionalInt item,
    List<Integer> purposes,
    LocalDate day,
    LocalDate kept,
    LocalDate expires,
    long consentIndex,
    Bytes message,
    Bytes payload,
    Commitment commitment)
    implements Row {
  @Override
  public Kind kind() {
    return Kind.EVENT;
  }

  @Override
  public String toString() {
    return "EventRow";
  }
}
