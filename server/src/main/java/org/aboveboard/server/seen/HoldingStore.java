package org.aboveboard.server.seen;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// What the database really has: its tables and columns, and counts of rows by kind and purpose.
final class HoldingStore {
  private final Pools pools;

  HoldingStore(Pools pools) {
    this.pools = pools;
  }

  /// The columns of every table and view of the schema. It asks the catalogue itself, since the
  /// information schema hides what the asking role may not touch.
  Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new TreeMap<>();
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select case c.relnamespace when 'public'::regnamespace then '' else 'vault.' end"
                        + " || c.relname, a.attname from pg_catalog.pg_class c"
                        + " left join pg_catalog.pg_attribute a on a.attrelid = c.oid"
                        + " and a.attnum > 0 and not a.attisdropped"
                        + " where c.relnamespace in ('public'::regnamespace, 'vault'::regnamespace)"
                        + " and c.relkind in ('r', 'p', 'v', 'm', 'f')")
                .map((row, _) -> {
                  Set<String> own = columns.computeIfAbsent(row.getString(1), _ -> new TreeSet<>());
                  return row.getString(2) == null || own.add(row.getString(2));
                })
                .list());
    return columns;
  }

  /// How many rows are held for a purpose as one kind of event.
  ///
  /// @param event the event's id
  /// @param purpose the purpose's declared number
  record Rows(String event, int purpose, long count) {}

  /// Counts all rows, so it takes as long as it takes to read the table once.
  Set<Rows> rows() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select coalesce(d.id, 'no. ' || e.kind), p, count(*) from event e"
                        + " cross join unnest(e.purposes) p"
                        + " left join declared d on d.kind = 'event' and d.number = e.kind"
                        + " group by 1, 2")
                .map((row, _) -> new Rows(row.getString(1), row.getInt(2), row.getLong(3)))
                .set());
  }

  /// When each meaning of a purpose came into force for the first time, by its digest.
  Map<String, Instant> since() {
    Map<String, Instant> since = new HashMap<>();
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select m.digest, v.at from meaning m join policy_version v on v.index ="
                        + " m.version")
                .map((row, _) ->
                    since.put(row.getString(1), row.getTimestamp(2).toInstant()) == null)
                .list());
    return since;
  }

  /// When a version came into force.
  Instant inForce(long version) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery("select at from policy_version where index = :index")
                .bind("index", version)
                .map((row, _) -> row.getTimestamp(1).toInstant())
                .one());
  }
}
