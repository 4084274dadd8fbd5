package org.aboveboard.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Columns;

/// The journal's end: whoever holds its row writes next, so that index order is commit order and a
/// transaction that fails leaves no gap.
public final class Head {
  /// Where nodes listen for entries that they are told of; what is sent is the last one's index.
  public static final String CHANNEL = "aboveboard_said";

  private Head() {}

  /// Where both counts stand: the next entry's index, and the next decision's number.
  record Next(long entry, long decision) {}

  /// Locks the head until the transaction ends, and answers the next index.
  public static long lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet next = statement.executeQuery("select next from journal_head for update")) {
      if (!next.next()) {
        throw new SQLException("journal_head is empty");
      }
      return next.getLong(1);
    }
  }

  /// Locks the head until the transaction ends, and answers where both counts stand.
  static Next lockBoth(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet next =
            statement.executeQuery("select next, decided from journal_head for update")) {
      if (!next.next()) {
        throw new SQLException("journal_head is empty");
      }
      return new Next(next.getLong(1), next.getLong(2));
    }
  }

  /// Numbers decisions from `first` on and keeps their commitments, for the entry that will hold
  /// the root over them; the head must be locked.
  static void decide(Connection connection, List<? extends Leaf> leaves, long first)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into decided (number, commitment)"
                + " select ? + o - 1, c from unnest(?::bytea[]) with ordinality as d(c, o)")) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bytea", leaves, leaf -> leaf.commitment().hash().bytes());
      insert.executeUpdate();
    }
    move(connection, "decided", first + leaves.size());
  }

  /// Appends one entry per leaf from index `first` on; the head must be locked.
  public static void append(
      Connection connection, Instant now, List<? extends Leaf> leaves, long first)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into journal (index, at, kind, commitment, body) "
                + "select ? + o - 1, ?, k, c, b from unnest(?::text[], ?::bytea[], ?::bytea[]) "
                + "with ordinality as e(k, c, b, o)")) {
      insert.setLong(1, first);
      insert.setTimestamp(2, Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)));
      Columns.bind(insert, 3, "text", leaves, leaf -> leaf.kind().word());
      Columns.bind(insert, 4, "bytea", leaves, leaf -> leaf.commitment().hash().bytes());
      Columns.bind(insert, 5, "bytea", leaves, leaf -> leaf.body().map(Bytes::array).orElse(null));
      insert.executeUpdate();
    }
    move(connection, "next", first + leaves.size());
    if (leaves.stream().anyMatch(leaf -> leaf.kind().isTold())) {
      tell(connection, first + leaves.size() - 1);
    }
  }

  private static void move(Connection connection, String count, long to) throws SQLException {
    try (PreparedStatement move =
        connection.prepareStatement("update journal_head set " + count + " = ?")) {
      move.setLong(1, to);
      move.executeUpdate();
    }
  }

  /// Sent when the transaction commits, and not if it does not.
  private static void tell(Connection connection, long index) throws SQLException {
    try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, Long.toString(index));
      notify.execute();
    }
  }
}
