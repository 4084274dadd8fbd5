package org.aboveboard.server.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;

/// Statements about subjects for other stores' transactions.
public final class Subjects {
  private Subjects() {}

  /// Those of the subjects that have not been erased.
  public static Set<Long> alive(Connection connection, Collection<Long> numbers)
      throws SQLException {
    Set<Long> alive = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select number from subject where number = any(?)")) {
      select.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          alive.add(rows.getLong(1));
        }
      }
    }
    return alive;
  }

  /// The commitment of what each of the subjects said or asked last; the journal must be locked.
  public static Map<Long, Commitment> lastSaid(Connection connection, Collection<Long> numbers)
      throws SQLException {
    Map<Long, Commitment> last = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select l.subject, j.commitment from (select subject, max(index) as index from said"
                + " where subject = any(?) group by subject) l join journal j using (index)")) {
      select.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          last.put(rows.getLong(1), new Commitment(Hash.of(rows.getBytes(2)).orElseThrow()));
        }
      }
    }
    return last;
  }

  /// Notes that the rows of these subjects changed as of this journal index, for whoever learns.
  public static void touch(Connection connection, Collection<Long> numbers, long index)
      throws SQLException {
    try (PreparedStatement touch =
        connection.prepareStatement(
            "insert into touched (subject, index) select distinct s, ? from unnest(?::bigint[]) s "
                + "on conflict (subject) do update set index = excluded.index")) {
      touch.setLong(1, index);
      touch.setArray(2, connection.createArrayOf("bigint", numbers.toArray()));
      touch.executeUpdate();
    }
  }
}
