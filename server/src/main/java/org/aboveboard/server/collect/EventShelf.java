package org.aboveboard.server.collect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.subject.Subjects;

/// Events: a message is kept once, and only while its subject has said nothing new since it was
/// decided, so that no event is stored after a withdrawal was acknowledged.
final class EventShelf extends RowShelf<EventRow> {
  EventShelf() {
    super("event");
  }

  @Override
  public void put(Connection connection, List<EventRow> rows, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into event (index, subject, kind, signal, item, purposes, day, kept, expires,"
                + " message, payload) select ? + o - 1, s, k, g, i, p::smallint[], d, f, e, m, b"
                + " from unnest(?::bigint[], ?::smallint[], ?::smallint[], ?::integer[],"
                + " ?::text[], ?::date[], ?::date[], ?::date[], ?::bytea[], ?::bytea[])"
                + " with ordinality as r(s, k, g, i, p, d, f, e, m, b, o)")) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bigint", rows, EventRow::subject);
      Columns.bind(insert, 3, "smallint", rows, EventRow::event);
      Columns.bind(
          insert, 4, "smallint", rows, row -> row.signal().isPresent() ? row.signal().get() : null);
      Columns.bind(
          insert,
          5,
          "integer",
          rows,
          row -> row.item().isPresent() ? (Integer) row.item().getAsInt() : null);
      Columns.bind(insert, 6, "text", rows, RowShelf::purposes);
      Columns.bind(insert, 7, "date", rows, row -> row.day().toString());
      Columns.bind(insert, 8, "date", rows, row -> row.kept().toString());
      Columns.bind(insert, 9, "date", rows, row -> row.expires().toString());
      Columns.bind(insert, 10, "bytea", rows, row -> row.message().array());
      Columns.bind(insert, 11, "bytea", rows, row -> row.payload().array());
      insert.executeUpdate();
    }
    Subjects.touch(
        connection,
        rows.stream().filter(row -> row.signal().isPresent()).map(EventRow::subject).toList(),
        first);
  }
}
