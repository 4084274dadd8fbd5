package org.aboveboard.server.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.StoreFault;
import org.aboveboard.server.sql.Together;
import org.jdbi.v3.core.JdbiException;

/// The leases of all nodes.
final class LeaseStore {
  /// Where nodes listen for how far the others are.
  static final String CHANNEL = "aboveboard_heard";

  private static final String OTHERS =
      "select node, expires, heard, learnt from lease where node <> ?";

  /// Not waited for until it is on disk: a crash that loses it makes others wait for longer, until
  /// the next renewal, and never for less.
  private static final String REPORT =
      "with mine as (update lease set heard = greatest(heard, ?), learnt = greatest(learnt, ?)"
          + " where node = ? returning 1)"
          + " select set_config('synchronous_commit', 'off', true), pg_notify('"
          + CHANNEL
          + "', '') from mine";

  private static final int MOST = 10_000;

  private final Pools pools;
  private final Together<UUID, Optional<List<Node>>> looks = new Together<>(MOST, this::look);

  LeaseStore(Pools pools) {
    this.pools = pools;
  }

  /// A node's own connection: it listens there, and waits for no pool when it renews.
  LineStore line() {
    return LineStore.open(pools);
  }

  /// The others' leases; nothing if the database does not answer.
  Optional<List<Node>> others(UUID node) {
    return looks.ask(node);
  }

  /// One look for all that wait for one; it begins after they came.
  private List<Optional<List<Node>>> look(List<UUID> nodes) {
    Map<UUID, Optional<List<Node>>> found = new HashMap<>();
    return nodes.stream()
        .map(node -> found.computeIfAbsent(node, one -> use(connection -> others(connection, one))))
        .toList();
  }

  /// Says how far a node has heard and learnt, to whoever waits for it; false if the database does
  /// not answer, and then its next renewal says it.
  boolean report(UUID node, long heard, long learnt) {
    return use(connection -> report(connection, node, heard, learnt)).isPresent();
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> Optional<T> use(Work<T> work) {
    try {
      return Optional.of(pools.use(Power.WRITE, handle -> work.with(handle.getConnection())));
    } catch (StoreFault | JdbiException e) {
      return Optional.empty();
    }
  }

  static List<Node> others(Connection connection, UUID node) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OTHERS)) {
      select.setObject(1, node);
      List<Node> others = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          others.add(
              new Node(
                  row.getObject(1, UUID.class),
                  row.getTimestamp(2).toInstant(),
                  row.getLong(3),
                  row.getLong(4)));
        }
      }
      return others;
    }
  }

  static boolean report(Connection connection, UUID node, long heard, long learnt)
      throws SQLException {
    try (PreparedStatement report = connection.prepareStatement(REPORT)) {
      report.setLong(1, heard);
      report.setLong(2, learnt);
      report.setObject(3, node);
      return report.execute();
    }
  }
}
