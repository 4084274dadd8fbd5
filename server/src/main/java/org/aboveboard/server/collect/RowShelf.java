package org.aboveboard.server.collect;

import static java.util.stream.Collectors.joining;

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

/// A table of rows: a message is written once, and only while its subject has said nothing new
/// since it was decided.
abstract sealed class RowShelf<R extends Row> implements Shelf<R>
    permits EventShelf, QuarantineShelf {
  private final List<String> tables;

  /// @param tables those in which a message may be already
  RowShelf(String... tables) {
    this.tables = List.of(tables);
  }

  @Override
  public final List<Verdict> judge(Connection connection, List<R> rows) throws SQLException {
    Set<Bytes> seen = new HashSet<>();
    for (String table : tables) {
      addSeen(connection, table, rows, seen);
    }
    Map<Long, Long> standings = standings(connection, rows);
    List<Verdict> verdicts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Long last = standings.get(row.subject());
      verdicts.add(
          last == null || last != row.consentIndex()
              ? Verdict.STALE
              : seen.add(row.message()) ? Verdict.WRITE : Verdict.REPEATED);
    }
    return verdicts;
  }

  private static void addSeen(
      Connection connection, String table, List<? extends Row> rows, Set<Bytes> seen)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select message from " + table + " where message = any(?)")) {
      Columns.bind(select, 1, "bytea", rows, row -> row.message().array());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          seen.add(Bytes.of(found.getBytes(1)));
        }
      }
    }
  }

  /// The last thing each living subject said, or zero.
  private static Map<Long, Long> standings(Connection connection, List<? extends Row> rows)
      throws SQLException {
    Object[] subjects = rows.stream().map(Row::subject).distinct().toArray();
    Map<Long, Long> standings = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            // a join, since max() for each subject by itself may walk the consents from their end
            "select s.number, coalesce(max(c.index), 0) from unnest(?) n"
                + " join subject s on s.number = n left join consent c on c.subject = n"
                + " group by s.number")) {
      select.setArray(1, connection.createArrayOf("bigint", subjects));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          standings.put(found.getLong(1), found.getLong(2));
        }
      }
    }
    return standings;
  }

  /// A row's purposes as an array within an array, as the database writes one.
  static String purposes(Row row) {
    return row.purposes().stream().map(Object::toString).collect(joining(",", "{", "}"));
  }
}
