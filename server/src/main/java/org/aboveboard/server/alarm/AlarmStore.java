package org.aboveboard.server.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// Alarms, one row for each cause. A cause that comes back within a day goes on with the alarm it
/// had: only what is new, or was gone for longer, is raised again.
final class AlarmStore {
  private static final Duration SAME = Duration.ofDays(1);

  private final Pools pools;

  AlarmStore(Pools pools) {
    this.pools = pools;
  }

  /// The alarms that are open, the oldest first.
  List<Alarm> open() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select cause, what, raised, ended from alarm where state = 'open' order by"
                        + " raised, cause")
                .map((row, _) -> alarm(row))
                .list());
  }

  /// What a look changed: alarms that are new, and those that have ended.
  record Settled(List<Alarm> raised, List<Alarm> ended) {}

  /// Opens an alarm for each cause, and ends those of these kinds that were not found.
  Settled settle(Collection<Cause> found, Set<String> kinds, Instant now) {
    return pools.transact(
        Power.OPERATE,
        handle -> {
          List<Alarm> raised = new ArrayList<>();
          for (Cause one : found) {
            open(handle, one, now)
                .filter(alarm -> alarm.raised().equals(now))
                .ifPresent(raised::add);
          }
          return new Settled(raised, end(handle, found, kinds, now));
        });
  }

  /// The alarm, if it was not open before.
  private static Optional<Alarm> open(Handle handle, Cause one, Instant now) {
    return handle
        .createQuery(
            "insert into alarm (cause, what, raised, state) values (:cause, :what, :now, 'open')"
                + " on conflict (cause) do update set what = excluded.what, state = 'open',"
                + " ended = null, raised = case when alarm.ended < :same then excluded.raised"
                + " else alarm.raised end where alarm.state = 'ended'"
                + " returning cause, what, raised, ended")
        .bind("cause", one.id())
        .bind("what", one.what())
        .bind("now", Timestamp.from(now))
        .bind("same", Timestamp.from(now.minus(SAME)))
        .map((row, _) -> alarm(row))
        .findOne();
  }

  private static List<Alarm> end(
      Handle handle, Collection<Cause> found, Set<String> kinds, Instant now) {
    return handle
        .createQuery(
            "update alarm set state = 'ended', ended = :now where state = 'open' and"
                + " split_part(cause, ':', 1) = any(:kinds) and cause <> all(:causes)"
                + " returning cause, what, raised, ended")
        .bind("now", Timestamp.from(now))
        .bindArray("kinds", String.class, kinds.stream().toList())
        .bindArray("causes", String.class, found.stream().map(Cause::id).toList())
        .map((row, _) -> alarm(row))
        .list();
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(
        row.getString("cause"),
        row.getString("what"),
        row.getTimestamp("raised").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant));
  }
}
