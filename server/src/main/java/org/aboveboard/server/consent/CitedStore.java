package org.aboveboard.server.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.aboveboard.policy.Choice;
import org.aboveboard.server.journal.Shelf.Verdict;

/// What has become of a prompt since it was served: it answers once, never after the erasure of
/// whom it was put to, and brings no yes after a no.
final class CitedStore {
  private static final String QUERY =
      """
      select exists (select from consent where prompt = ?),
        exists (select from spent where lookup = ? and before > ?)
        or ? and exists (
          select from consent c join subject s on s.number = c.subject
          where s.lookup = ? and c.part = ? and c.purpose = ? and c.kind in ('REFUSED', 'WITHDRAWN')
            and date_trunc('milliseconds', c.at) > ?
        )
      """;

  private CitedStore() {}

  /// Whether an answer to it may be written.
  static Verdict verdict(Connection connection, Cited cited, Place place, Choice.Kind said)
      throws SQLException {
    Timestamp served = Timestamp.from(cited.served());
    try (PreparedStatement select = connection.prepareStatement(QUERY)) {
      select.setBytes(1, cited.nonce().array());
      select.setBytes(2, cited.lookup().bytes());
      select.setTimestamp(3, served);
      select.setBoolean(4, said == Choice.Kind.GIVEN);
      select.setBytes(5, cited.lookup().bytes());
      select.setString(6, place.part());
      select.setShort(7, place.number());
      select.setTimestamp(8, served);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getBoolean(1)
            ? Verdict.REPEATED
            : found.getBoolean(2) ? Verdict.STALE : Verdict.WRITE;
      }
    }
  }
}
