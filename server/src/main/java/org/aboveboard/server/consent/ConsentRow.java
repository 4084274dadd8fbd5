package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.Optional;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.sql.Bytes;

/// A decision of a subject, ready to be written.
///
/// @param purpose the purpose's declared number, or [#EVERYTHING]
/// @param prompt the single-use id of the prompt it answers, if it answers one
/// @param payload the sealed particulars: what exactly was seen, where and how
record ConsentRow(
    long subject,
    short purpose,
    Choice.Kind said,
    Instant at,
    Optional<Instant> until,
    String declared,
    Evidence evidence,
    boolean sighted,
    Optional<Bytes> prompt,
    Bytes payload,
    Commitment commitment)
    implements Leaf {
  static final short EVERYTHING = -1;

  @Override
  public Kind kind() {
    return Kind.CONSENT;
  }

  @Override
  public String toString() {
    return "ConsentRow";
  }
}
