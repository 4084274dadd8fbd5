package org.aboveboard.server.rights;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Lookup;
import org.aboveboard.server.subject.Subjects;
import org.jdbi.v3.core.Handle;

/// Deletes a subject's rows, with the journal entry that says so, in one transaction.
final class RightsStore {
  private final Pools pools;
  private final InstantSource clock;

  RightsStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /// How many rows a step reached, and the journal index under which it stands.
  record Reached(long rows, long index) {}

  /// Deletes what was held for this purpose alone, and lets go of the rest for it.
  Reached release(Grant grant, Purpose purpose) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          long first = Head.lock(handle.getConnection());
          long rows =
              handle.execute(
                  "delete from event where subject = ? and purposes & ~ ?::bigint = 0",
                  subject,
                  purpose.bit());
          handle.execute(
              "update event set purposes = purposes & ~ ?::bigint where subject = ? and purposes &"
                  + " ? <> 0",
              purpose.bit(),
              subject,
              purpose.bit());
          long records = handle.execute("delete from recommendation where subject = ?", subject);
          return close(
              handle.getConnection(), Kind.WITHDRAWAL_DONE, subject, rows + records, first);
        });
  }

  /// Deletes what was held about one item for these purposes alone, and lets go of the rest for
  /// them. Records of answers go too, since their reasons name it.
  ///
  /// @param purposes by their numbers' bits
  Reached forget(Grant grant, int item, long purposes) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          long first = Head.lock(handle.getConnection());
          long rows =
              handle.execute(
                  "delete from event where subject = ? and item = ? and purposes & ? <> 0"
                      + " and purposes & ~ ?::bigint = 0",
                  subject,
                  item,
                  purposes,
                  purposes);
          rows +=
              handle.execute(
                  "update event set purposes = purposes & ~ ?::bigint where subject = ? and item = ?"
                      + " and purposes & ? <> 0",
                  purposes,
                  subject,
                  item,
                  purposes);
          handle.execute("delete from recommendation where subject = ?", subject);
          return close(handle.getConnection(), Kind.FORGOTTEN, subject, rows, first);
        });
  }

  /// Deletes everything of a subject, the key with it.
  ///
  /// @param suppressUntil until when late events that need no consent are turned away
  Reached erase(Grant grant, Lookup lookup, LocalDate suppressUntil) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          long first = Head.lock(handle.getConnection());
          long rows = 0;
          for (String table : List.of("event", "recommendation", "consent")) {
            rows += handle.execute("delete from " + table + " where subject = ?", subject);
          }
          rows += handle.execute("delete from subject where number = ?", subject);
          suppress(handle, lookup, suppressUntil);
          return close(handle.getConnection(), Kind.ERASURE_DONE, subject, rows, first);
        });
  }

  /// Looks, by counting, for what is left of a subject.
  long left(Grant grant) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          return handle
              .createQuery(
                  "select (select count(*) from event where subject = :s)"
                      + " + (select count(*) from recommendation where subject = :s)"
                      + " + (select count(*) from consent where subject = :s)"
                      + " + (select count(*) from subject where number = :s)")
              .bind("s", subject)
              .mapTo(Long.class)
              .one();
        });
  }

  private void suppress(Handle handle, Lookup lookup, LocalDate until) {
    handle.execute(
        "insert into suppression (lookup, before, expires) values (?, ?, ?) on conflict (lookup)"
            + " do update set before = excluded.before, expires = excluded.expires",
        lookup.bytes(),
        Timestamp.from(clock.instant()),
        Date.valueOf(until));
  }

  private Reached close(Connection connection, Kind kind, long subject, long rows, long first)
      throws SQLException {
    Instant now = clock.instant();
    Head.append(connection, now, List.of(Mark.of(kind, rows)), first);
    Subjects.touch(connection, List.of(subject), first);
    return new Reached(rows, first);
  }

  private static void name(Handle handle, long subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", Long.toString(subject))
        .mapTo(String.class)
        .one();
  }
}
