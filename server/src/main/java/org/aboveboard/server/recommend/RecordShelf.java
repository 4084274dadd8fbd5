package org.aboveboard.server.recommend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.subject.Subjects;

/// Records of recommendations: none is written for a subject who has been erased meanwhile.
final class RecordShelf implements Shelf<RecordRow> {
  @Override
  public Count count() {
    return Count.DECISIONS;
  }

  @Override
  public List<Verdict> judge(Connection connection, List<RecordRow> rows) throws SQLException {
    Set<Long> subjects = new HashSet<>();
    rows.forEach(row -> row.subject().ifPresent(subjects::add));
    Set<Long> alive = subjects.isEmpty() ? Set.of() : Subjects.alive(connection, subjects);
    return rows.stream()
        .map(row ->
            row.subject().isEmpty() || alive.contains(row.subject().getAsLong())
                ? Verdict.WRITE
                : Verdict.STALE)
        .toList();
  }

  @Override
  public void put(Connection connection, List<RecordRow> rows, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into recommendation (number, id, subject, surface, level, purpose, day, expires,"
                + " items, arm, payload) select ? + o - 1, i, s, f, l, p, d, e, t::integer[], a, b"
                + " from unnest(?::bytea[], ?::bigint[], ?::smallint[], ?::text[], ?::smallint[],"
                + " ?::date[], ?::date[], ?::text[], ?::text[], ?::bytea[])"
                + " with ordinality as r(i, s, f, l, p, d, e, t, a, b, o)")) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bytea", rows, row -> row.id().array());
      Columns.bind(
          insert,
          3,
          "bigint",
          rows,
          row -> row.subject().isPresent() ? (Long) row.subject().getAsLong() : null);
      Columns.bind(insert, 4, "smallint", rows, RecordRow::surface);
      Columns.bind(insert, 5, "text", rows, row -> row.level().name());
      Columns.bind(
          insert,
          6,
          "smallint",
          rows,
          row -> row.purpose().isPresent() ? (Short) (short) row.purpose().getAsInt() : null);
      Columns.bind(insert, 7, "date", rows, row -> row.day().toString());
      Columns.bind(insert, 8, "date", rows, row -> row.expires().toString());
      Columns.bind(insert, 9, "text", rows, RecordShelf::items);
      Columns.bind(insert, 10, "text", rows, RecordRow::arm);
      Columns.bind(insert, 11, "bytea", rows, row -> row.payload().array());
      insert.executeUpdate();
    }
  }

  /// As the database writes an array: arrays within an array would have to be of one length.
  private static String items(RecordRow row) {
    return row.items().stream()
        .map(item -> Integer.toString(item))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
