package org.aboveboard.server.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.key.Wrap;
import org.aboveboard.server.key.WrappedKey;
import org.aboveboard.server.key.WrappedKeys;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.StoreFault;

/// Subjects' wrapped keys in their rows, for a roll; every transaction is short.
public final class WrappedStore implements WrappedKeys {
  /// The name of the lock that one roll holds.
  private static final long ROLLING = 6_281_002;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String UNDER =
      "(octet_length(key) = 65 and substring(key for 5) = any(?::bytea[])"
          + " or octet_length(key) = 60 and ?)";

  private final Pools pools;

  public WrappedStore(Pools pools) {
    this.pools = pools;
  }

  /// The lock lies on a connection of its own: on a pooled one, all that the work does in this
  /// thread would be one transaction, and what a stop takes back would be more than it may.
  @Override
  public <T> Optional<T> alone(Supplier<T> work) {
    try (Connection own = pools.direct(Power.WRITE, PATIENCE);
        PreparedStatement lock =
            own.prepareStatement("select pg_try_advisory_lock(" + ROLLING + ")");
        ResultSet row = lock.executeQuery()) {
      row.next();
      return row.getBoolean(1) ? Optional.of(work.get()) : Optional.empty();
    } catch (SQLException e) {
      throw new StoreFault("The database did not say whether a roll is under way.", e);
    }
  }

  @Override
  public void settle() {
    pools.transact(
        Power.WRITE,
        handle -> {
          Subjects.waitForHolds(handle.getConnection());
          return true;
        });
  }

  @Override
  public List<WrappedKey> under(Collection<Integer> epochs, long after, int most) {
    return pools.use(
        Power.WRITE,
        handle -> {
          try (PreparedStatement select =
              handle
                  .getConnection()
                  .prepareStatement(
                      "select number, lookup, key from subject where "
                          + UNDER
                          + " and number > ? order by number limit ?")) {
            bind(select, epochs);
            select.setLong(3, after);
            select.setInt(4, most);
            List<WrappedKey> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(
                    new WrappedKey(
                        row.getLong(1), Lookup.stored(row.getBytes(2)), Bytes.of(row.getBytes(3))));
              }
            }
            return found;
          }
        });
  }

  @Override
  public int replace(List<WrappedKey> before, List<WrappedKey> anew) {
    return pools.transact(
        Power.WRITE,
        handle -> {
          try (PreparedStatement update =
              handle
                  .getConnection()
                  .prepareStatement(
                      "update subject s set key = r.anew"
                          + " from unnest(?::bigint[], ?::bytea[], ?::bytea[])"
                          + " as r(number, before, anew)"
                          + " where s.number = r.number and s.key = r.before")) {
            Columns.bind(update, 1, "bigint", before, WrappedKey::subject);
            Columns.bind(update, 2, "bytea", before, row -> row.wrapped().array());
            Columns.bind(update, 3, "bytea", anew, row -> row.wrapped().array());
            return update.executeUpdate();
          }
        });
  }

  @Override
  public long fence(Collection<Integer> epochs, Runnable work) {
    return pools.transact(
        Power.WRITE,
        handle -> {
          Subjects.waitForHolds(handle.getConnection());
          long left = count(handle.getConnection(), epochs);
          if (left == 0) {
            work.run();
          }
          return left;
        });
  }

  /// The last subject whose key was wrapped before there were epochs.
  public OptionalLong lastBefore() {
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select max(number) from subject where octet_length(key) = 60")
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
  }

  /// The epochs under which keys lie.
  public List<Integer> epochs() {
    return pools.use(Power.WRITE, handle -> Subjects.epochs(handle.getConnection()));
  }

  private static long count(Connection connection, Collection<Integer> epochs) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select count(*) from subject where " + UNDER)) {
      bind(select, epochs);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void bind(PreparedStatement statement, Collection<Integer> epochs)
      throws SQLException {
    List<byte[]> heads =
        epochs.stream().filter(epoch -> epoch != Wrap.BEFORE).map(Wrap::head).toList();
    statement.setArray(1, Columns.bytea(statement.getConnection(), heads));
    statement.setBoolean(2, epochs.contains(Wrap.BEFORE));
  }
}
