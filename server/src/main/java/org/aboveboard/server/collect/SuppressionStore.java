package org.aboveboard.server.collect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// Erased people whom late events must not bring back where no consent is asked for, nor imports.
public final class SuppressionStore {
  private final Pools pools;

  public SuppressionStore(Pools pools) {
    this.pools = pools;
  }

  /// Up to which instant what somebody did belongs to what was erased, for those who erased.
  public Map<Lookup, Instant> before(Collection<Lookup> people) {
    return pools.use(
        Power.WRITE,
        handle -> {
          Map<Lookup, Instant> before = new HashMap<>();
          try (PreparedStatement select =
              handle
                  .getConnection()
                  .prepareStatement(
                      "select lookup, before from suppression where lookup = any(?)")) {
            select.setArray(
                1,
                Columns.bytea(handle.getConnection(), people.stream().map(Lookup::bytes).toList()));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                before.put(Lookup.stored(row.getBytes(1)), row.getTimestamp(2).toInstant());
              }
            }
          }
          return before;
        });
  }

  /// Whether an event of that time belongs to what was erased.
  boolean covers(Lookup lookup, Instant occurred) {
    return pools.use(
        Power.WRITE,
        handle ->
            handle
                .createQuery("select 1 from suppression where lookup = :lookup and before > :at")
                .bind("lookup", lookup.bytes())
                .bind("at", Timestamp.from(occurred))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }
}
