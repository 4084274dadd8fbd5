package org.aboveboard.server.collect;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.subject.Subjects;

/// Events: a message is kept once, and only while its subject has said nothing new since it was
/// decided, so that no event is stored after a withdrawal was acknowledged.
final class EventShelf implements Shelf<EventRow> {
  @Override
  public List<Verdict> judge(Connection connection, List<EventRow> rows) throws SQLException {
    Set<Bytes> seen = seen(connection, "event", rows.stream().map(EventRow::message).toList());
    Map<Long, Long> standings =
        standings(connection, rows.stream().map(EventRow::subject).collect(toSet()));
    List<Verdict> verdicts = new ArrayList<>(rows.size());
    for (EventRow row : rows) {
      Long last = standings.get(row.subject());
      verdicts.add(
          last == null || last != row.consentIndex()
              ? Verdict.STALE
              : seen.add(row.message()) ? Verdict.WRITE : Verdict.REPEATED);
    }
    return verdicts;
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
      Columns.bind(insert, 6, "text", rows, EventShelf::purposes);
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

  private static String purposes(EventRow row) {
    return array(row.purposes());
  }

  /// An array within an array, as the database writes one.
  static String array(List<Integer> purposes) {
    return purposes.stream().map(Object::toString).collect(joining(",", "{", "}"));
  }

  /// Those of the messages that a table holds.
  static Set<Bytes> seen(Connection connection, String table, List<Bytes> messages)
      throws SQLException {
    Set<Bytes> seen = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select message from " + table + " where message = any(?)")) {
      Columns.bind(select, 1, "bytea", messages, Bytes::array);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          seen.add(Bytes.of(found.getBytes(1)));
        }
      }
    }
    return seen;
  }

  /// The last thing each living subject said, or zero.
  static Map<Long, Long> standings(Connection connection, Set<Long> subjects) throws SQLException {
    Map<Long, Long> standings = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            // a join, since max() for each subject by itself may walk the consents from their end
            "select s.number, coalesce(max(c.index), 0) from unnest(?) n"
                + " join subject s on s.number = n left join consent c on c.subject = n"
                + " group by s.number")) {
      select.setArray(1, connection.createArrayOf("bigint", subjects.toArray()));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          standings.put(found.getLong(1), found.getLong(2));
        }
      }
    }
    return standings;
  }
}
