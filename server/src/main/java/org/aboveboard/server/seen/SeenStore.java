package org.aboveboard.server.seen;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// Sightings as they are kept: one row for each name.
final class SeenStore {
  private static final long TURN = 0x61627365656eL;
  private static final Duration DROPPED_LASTS = Duration.ofDays(90);

  private final Pools pools;

  SeenStore(Pools pools) {
    this.pools = pools;
  }

  /// Marks when noticing began, once.
  void begin(Instant now) {
    Timestamp at = Timestamp.from(now);
    pools.use(
        Power.OPERATE,
        handle ->
            handle.execute(
                "insert into seen (kind, name, first, last, count) values (?, ?, ?, ?, 1)"
                    + " on conflict do nothing",
                Kind.BEGAN.word(),
                Kind.BEGAN.word(),
                at,
                at));
  }

  List<Sighting> all() {
    List<Sighting> all = new ArrayList<>();
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery("select kind, name, first, last, count from seen order by kind, name")
                .map((row, _) -> sighting(row).map(all::add).orElse(false))
                .list());
    return all;
  }

  /// A row; nothing if another release wrote it that notices more.
  private static Optional<Sighting> sighting(ResultSet row) throws SQLException {
    Optional<Kind> kind = Kind.of(row.getString("kind"));
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sighting(
                kind.get(),
                row.getString("name"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant(),
                row.getLong("count")));
  }

  /// Adds counts to those that are there; nodes take turns, so that the bound holds for all.
  void add(List<Sighting> sightings, Instant now) {
    pools.transact(
        Power.OPERATE,
        handle -> {
          handle.execute("select pg_advisory_xact_lock(?)", TURN);
          forgetOldDropped(handle, now);
          upsert(handle, bounded(handle, sightings));
          return sightings;
        });
  }

  private static void forgetOldDropped(Handle handle, Instant now) {
    handle
        .createUpdate("delete from seen where kind = any(:kinds) and last < :old")
        .bindArray("kinds", String.class, words(Kind::isDropped))
        .bind("old", Timestamp.from(now.minus(DROPPED_LASTS)))
        .execute();
  }

  /// The same, with foreign names for which there is no room counted under one.
  private static List<Sighting> bounded(Handle handle, List<Sighting> sightings) {
    Set<Named> known = foreign(handle);
    Map<Named, Sighting> bounded = new HashMap<>();
    for (Sighting one : sightings) {
      boolean fits =
          !one.kind().isForeign()
              || known.contains(one.named())
              || (known.size() < Seen.MOST_FOREIGN && known.add(one.named()));
      Sighting named = fits ? one : one.as(Seen.OTHERS);
      bounded.merge(named.named(), named, Sighting::and);
    }
    return new ArrayList<>(bounded.values());
  }

  private static Set<Named> foreign(Handle handle) {
    Set<Named> known = new HashSet<>();
    handle
        .createQuery("select kind, name from seen where kind = any(:kinds)")
        .bindArray("kinds", String.class, words(Kind::isForeign))
        .map((row, _) -> new Named(Kind.of(row.getString(1)).orElseThrow(), row.getString(2)))
        .forEach(known::add);
    return known;
  }

  private static List<String> words(Predicate<Kind> wanted) {
    return Stream.of(Kind.values()).filter(wanted).map(Kind::word).toList();
  }

  private static void upsert(Handle handle, List<Sighting> sightings) throws SQLException {
    try (PreparedStatement insert =
        handle
            .getConnection()
            .prepareStatement(
                "insert into seen (kind, name, first, last, count) select * from"
                    + " unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],"
                    + " ?::bigint[]) on conflict (kind, name) do update set"
                    + " first = least(seen.first, excluded.first),"
                    + " last = greatest(seen.last, excluded.last),"
                    + " count = seen.count + excluded.count")) {
      Columns.bind(insert, 1, "text", sightings, one -> one.kind().word());
      Columns.bind(insert, 2, "text", sightings, Sighting::name);
      Columns.bind(insert, 3, "timestamptz", sightings, one -> one.first().toString());
      Columns.bind(insert, 4, "timestamptz", sightings, one -> one.last().toString());
      Columns.bind(insert, 5, "bigint", sightings, Sighting::count);
      insert.executeUpdate();
    }
  }
}
