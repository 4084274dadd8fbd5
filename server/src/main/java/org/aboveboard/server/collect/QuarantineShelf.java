package org.aboveboard.server.collect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aboveboard.server.sql.Columns;

/// The quarantine: a message is set aside once, not if it is kept already, and only while its
/// subject has said nothing new since it was decided. Nobody who learns is told.
final class QuarantineShelf extends RowShelf<QuarantineRow> {
  QuarantineShelf() {
    super("event", "quarantine");
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
      Columns.bind(insert, 3, "text", rows, RowShelf::purposes);
      Columns.bind(insert, 4, "date", rows, row -> row.kept().toString());
      Columns.bind(insert, 5, "date", rows, row -> row.expires().toString());
      Columns.bind(insert, 6, "bytea", rows, row -> row.message().array());
      Columns.bind(insert, 7, "bytea", rows, row -> row.payload().array());
      insert.executeUpdate();
    }
  }
}
