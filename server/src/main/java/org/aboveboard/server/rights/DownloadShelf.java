package org.aboveboard.server.rights;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.subject.Subjects;

/// That copies were given: added, never updated, and none about somebody erased meanwhile.
final class DownloadShelf implements Shelf<DownloadRow> {
  @Override
  public List<Verdict> judge(Connection connection, List<DownloadRow> rows) throws SQLException {
    Set<Long> alive = Subjects.alive(connection, subjects(rows));
    return rows.stream()
        .map(row -> alive.contains(row.subject()) ? Verdict.WRITE : Verdict.STALE)
        .toList();
  }

  @Override
  public List<DownloadRow> follow(Connection connection, List<DownloadRow> rows)
      throws SQLException {
    Map<Long, Commitment> last = Subjects.lastSaid(connection, subjects(rows));
    List<DownloadRow> following = new ArrayList<>();
    for (DownloadRow row : rows) {
      DownloadRow after = row.after(Optional.ofNullable(last.get(row.subject())));
      last.put(row.subject(), after.commitment());
      following.add(after);
    }
    return following;
  }

  @Override
  public void put(Connection connection, List<DownloadRow> rows, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into download (index, subject, previous, payload) select ? + o - 1, s, p, b"
                + " from unnest(?::bigint[], ?::bytea[], ?::bytea[])"
                + " with ordinality as d(s, p, b, o)")) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bigint", rows, DownloadRow::subject);
      Columns.bind(
          insert,
          3,
          "bytea",
          rows,
          row -> row.statement().previous().map(before -> before.hash().bytes()).orElse(null));
      Columns.bind(insert, 4, "bytea", rows, row -> row.statement().payload().array());
      insert.executeUpdate();
    }
  }

  private static Set<Long> subjects(List<DownloadRow> rows) {
    return rows.stream().map(DownloadRow::subject).collect(toSet());
  }
}
