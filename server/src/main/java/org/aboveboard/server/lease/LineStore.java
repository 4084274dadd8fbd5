package org.aboveboard.server.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.StoreFault;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// The connection on which one node listens, hears and renews its lease; for one thread.
final class LineStore implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /// More than this is not remembered one by one.
  private static final int MOST = 10_000;

  /// Who said something after an index, and what the journal's last index is: one statement, so
  /// that both are of one moment. Whoever was erased said the last word without a row to show it.
  private static final String HEAR =
      "with said as ("
          + "select subject, max(index) as index from consent where index > ? group by subject"
          + " union all select t.subject, t.index from touched t where t.index > ?"
          + " and not exists (select from subject s where s.number = t.subject)"
          + " union all select "
          + Lease.EVERYBODY
          + ", max(index) from policy_version where index > ? having count(*) > 0)"
          + " select h.next - 1, s.subject, s.index from journal_head h left join"
          + " (select subject, index from said limit "
          + (MOST + 1)
          + ") s on true";

  /// A renewal always moves the row, even if the database's clock was set back.
  private static final String RENEW =
      "insert into lease as l (node, expires, heard, learnt)"
          + " values (?, clock_timestamp() + ? * interval '1 millisecond', ?, ?)"
          + " on conflict (node) do update set"
          + " expires = greatest(excluded.expires, l.expires + interval '1 microsecond'),"
          + " heard = greatest(excluded.heard, l.heard),"
          + " learnt = greatest(excluded.learnt, l.learnt)";

  private final Connection connection;

  private LineStore(Connection connection) {
    this.connection = connection;
  }

  static LineStore open(Pools pools) {
    return ask(() -> {
      Connection connection = pools.direct(Power.WRITE, ANSWER);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set synchronous_commit = on");
        // what was said lately is little, whatever a plan for any index would guess
        statement.execute("set plan_cache_mode = force_custom_plan");
        statement.execute("listen " + Head.CHANNEL);
        statement.execute("listen " + LeaseStore.CHANNEL);
      }
      return new LineStore(connection);
    });
  }

  /// Renews the lease; when this returns, it is durable.
  void renew(UUID node, Duration life, long heard, long learnt) {
    ask(() -> {
      try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
        renew.setObject(1, node);
        renew.setLong(2, life.toMillis());
        renew.setLong(3, heard);
        renew.setLong(4, learnt);
        return renew.executeUpdate();
      }
    });
  }

  /// What was said after this index; after -1, only how long the journal is.
  News hear(long after) {
    return ask(() -> {
      try (PreparedStatement hear = connection.prepareStatement(HEAR)) {
        for (int parameter = 1; parameter <= 3; parameter++) {
          hear.setLong(parameter, after < 0 ? Long.MAX_VALUE : after);
        }
        try (ResultSet rows = hear.executeQuery()) {
          return news(rows, after >= 0);
        }
      }
    });
  }

  private static News news(ResultSet rows, boolean isFollowed) throws SQLException {
    long upTo = -1;
    int count = 0;
    Map<Long, Long> said = new HashMap<>();
    while (rows.next()) {
      upTo = rows.getLong(1);
      count++;
      if (rows.getLong(3) > 0) {
        said.merge(rows.getLong(2), rows.getLong(3), Math::max);
      }
    }
    return new News(upTo, said, isFollowed && count <= MOST);
  }

  /// Says how far this node is, to whoever waits for it.
  void report(UUID node, long heard, long learnt) {
    ask(() -> LeaseStore.report(connection, node, heard, learnt));
  }

  List<Node> others(UUID node) {
    return ask(() -> LeaseStore.others(connection, node));
  }

  /// Takes away the lease of a node that decides no more.
  void release(UUID node) {
    ask(() -> {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from lease where node = ?")) {
        delete.setObject(1, node);
        return delete.executeUpdate();
      }
    });
  }

  /// Forgets the leases of nodes that are no more, unless they have come back.
  void sweep(List<Node> left) {
    ask(() -> {
      try (PreparedStatement sweep =
          connection.prepareStatement("delete from lease where node = ? and expires = ?")) {
        for (Node node : left) {
          sweep.setObject(1, node.id());
          sweep.setTimestamp(2, Timestamp.from(node.expires()));
          sweep.addBatch();
        }
        return sweep.executeBatch();
      }
    });
  }

  /// What came in while the line was listened to.
  ///
  /// @param told the last index that nodes were told of, or -1
  /// @param hasMoved whether a node has said how far it is
  record Heeded(long told, boolean hasMoved) {}

  /// Waits until something comes in, at most so long.
  Heeded heed(Duration atMost) {
    return ask(() -> {
      long told = -1;
      boolean hasMoved = false;
      for (PGNotification came :
          connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis())) {
        if (came.getName().equals(Head.CHANNEL)) {
          told = Math.max(told, Long.parseLong(came.getParameter()));
        } else {
          hasMoved = true;
        }
      }
      return new Heeded(told, hasMoved);
    });
  }

  private interface Question<T> {
    T put() throws SQLException;
  }

  private static <T> T ask(Question<T> question) {
    try {
      return question.put();
    } catch (SQLException e) {
      throw new StoreFault("The line on which the lease is kept is broken.", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFault("The line on which the lease is kept does not close.", e);
    }
  }
}
