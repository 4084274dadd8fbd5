package org.aboveboard.server.recommend;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.policy.Level;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.sql.Bytes;

/// A record of a recommendation, sealed and ready to be written.
///
/// @param subject whose it is; nobody at level none and context
/// @param purpose the number of the purpose it was made for, if it was made for one
/// @param items the numbers of what was shown, in order
/// @param arm which arm of which experiment it belongs to
record RecordRow(
    Bytes id,
    OptionalLong subject,
    short surface,
    Level level,
    OptionalInt purpose,
    LocalDate day,
    LocalDate expires,
    List<Integer> items,
    String arm,
    Bytes payload,
    Commitment commitment)
    implements Leaf {
  RecordRow {
    items = List.copyOf(items);
  }

  @Override
  public Kind kind() {
    return Kind.RECOMMENDATION;
  }

  @Override
  public String toString() {
    return "RecordRow";
  }
}
