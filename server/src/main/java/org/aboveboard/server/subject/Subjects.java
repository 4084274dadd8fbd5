package org.aboveboard.server.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;

/// Statements about subjects for other stores' transactions.
public final class Subjects {
  /// The name of the lock that keys are wrapped under.
  private static final long WRAPPING = 6_281_001;

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

  /// Holds a roll off until this transaction ends: what is the newest epoch now stays that long
  /// enough to wrap a key under it, or to note it with an erasure.
  public static void hold(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock_shared(" + WRAPPING + ")");
  }

  /// Waits until nobody holds a roll off, and lets nobody begin to until this transaction ends.
  static void waitForHolds(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock(" + WRAPPING + ")");
  }

  private static void lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(sql)) {
      lock.execute();
    }
  }

  /// The epochs under which subjects' keys lie wrapped, in order.
  public static List<Integer> epochs(Connection connection) throws SQLException {
    List<Integer> epochs = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "select distinct case when octet_length(key) = 65 then (get_byte(key, 1) << 24)"
                    + " | (get_byte(key, 2) << 16) | (get_byte(key, 3) << 8) | get_byte(key, 4)"
                    + " else 0 end from subject order by 1");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        epochs.add(rows.getInt(1));
      }
    }
    return epochs;
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
