package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.subject.Statement;

/// A decision of a subject, ready to be written.
///
/// @param declared the digest of the meaning that was agreed to
/// @param keep for how many days at most what was done is kept from now on
/// @param forVisit whether a yes ends with the visit
/// @param cited the prompt it answers, if it answers one
/// @param against what a signal said no to, if it records that
/// @param statement the sealed particulars: what exactly was seen, where and how
record ConsentRow(
    long subject,
    Place place,
    Choice.Kind said,
    Instant at,
    Optional<Instant> until,
    OptionalInt keep,
    String declared,
    Evidence evidence,
    boolean sighted,
    boolean guardian,
    boolean forVisit,
    Optional<Cited> cited,
    Optional<Against> against,
    Statement statement)
    implements Leaf {

  /// That a signal said no while a yes stood.
  ///
  /// @param carrier the signal's name
  /// @param last the index of the last thing the subject chose about the purpose
  record Against(String carrier, long last) {}

  /// Whether it is a yes to something that the same person has just said no to.
  boolean isYesAfterNo(ConsentRow other) {
    return said == Choice.Kind.GIVEN
        && (other.said == Choice.Kind.REFUSED || other.said == Choice.Kind.WITHDRAWN)
        && other.subject == subject
        && other.place.equals(place);
  }

  /// The same decision after what its subject said before.
  ConsentRow after(Optional<Commitment> before) {
    return new ConsentRow(
        subject,
        place,
        said,
        at,
        until,
        keep,
        declared,
        evidence,
        sighted,
        guardian,
        forVisit,
        cited,
        against,
        statement.after(before));
  }

  @Override
  public Commitment commitment() {
    return statement.commitment();
  }

  @Override
  public Kind kind() {
    return Kind.CONSENT;
  }

  @Override
  public String toString() {
    return "ConsentRow";
  }
}
