package org.aboveboard.server.collect;

import java.time.LocalDate;
import java.util.List;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.sql.Bytes;

/// A row that is set aside, ready to be written.
///
/// @param purposes the purposes that would want it, by their declared numbers
/// @param kept the day from which retention would count
/// @param consentIndex the last thing the subject had said when it was decided
/// @param message what a repetition of it is recognised by, here and among the events
record QuarantineRow(
    long subject,
    List<Integer> purposes,
    LocalDate kept,
    LocalDate expires,
    long consentIndex,
    Bytes message,
    Bytes payload,
    Commitment commitment)
    implements Row {
  @Override
  public Kind kind() {
    return Kind.SET_ASIDE;
  }

  @Override
  public String toString() {
    return "QuarantineRow";
  }
}
