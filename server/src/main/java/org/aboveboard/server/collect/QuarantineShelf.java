package org.aboveboard.server.collect;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Columns;

/// The quarantine: a message is set aside once, not if it is kept already, and only while its
/// subject has said nothing new since it was decided. Nobody who learns is told.
final class QuarantineShelf implements Shelf<QuarantineRow> {
  @Override
  public List<Verdict> judge(Connection connection, List<QuarantineRow> rows) throws SQLException {
    List<Bytes> messages = rows.stream().map(QuarantineRow::message).toList();
    Set<Bytes> seen = new HashSet<>(EventShelf.seen(connection, "event", messages));
    seen.addAll(EventShelf.seen(connection, "quarantine", messages));
    Map<Long, Long> standings =
        EventShelf.standings(
            connection, rows.stream().map(QuarantineRow::subject).collect(toSet()));
    List<Verdict> verdicts = new ArrayList<>(rows.size());
    for (QuarantineRow row : rows) {
      Long last = standings.get(row.subject());
      verdicts.add(
          last == null || last != row.consentIndex()
              ? Verdict.STALE
              : seen.add(row.message()) ? Verdict.WRITE : Verdict.REPEATED);
    }
    return verdicts;
  }

  @Override
  public void put(Connection connection, List<QuarantineRow> rows, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into quarantine (index, subject, purposes, kept, expires, message, payload)"
                + " select ? + o - 1, s, p::smallint[], f, e, m, b from unnest(?::bigint[],"
                + " ?::text[], ?::date[], ?::date[], ?::bytea[], ?::bytea[])"
                + " with ordinality as r(s, p, f, e, m, b, o)")) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bigint", rows, QuarantineRow::subject);
      Columns.bind(insert, 3, "text", rows, row -> EventShelf.array(row.purposes()));
      Columns.bind(insert, 4, "date", rows, row -> row.kept().toString());
      Columns.bind(insert, 5, "date", rows, row -> row.expires().toString());
      Columns.bind(insert, 6, "bytea", rows, row -> row.message().array());
      Columns.bind(insert, 7, "bytea", rows, row -> row.payload().array());
      insert.executeUpdate();
    }
  }
}
