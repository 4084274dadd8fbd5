package org.aboveboard.server.retain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subjects;
import org.jdbi.v3.core.Handle;

/// Deletes what has run out, and what nobody agrees to any more, in one transaction.
final class RetainStore {
  /// A subject that a running request has just made known has nothing yet.
  private static final int GRACE_DAYS = 2;

  private final Pools pools;
  private final InstantSource clock;

  RetainStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  Run run(Grant grant, Policy policy) {
    grant.require(Use.AUDIT, clock.instant());
    Instant now = clock.instant();
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return pools.transact(
        Power.RETAIN,
        handle -> {
          long first = Head.lock(handle.getConnection());
          Set<Long> touched = new HashSet<>();
          for (Purpose purpose : policy.purposes()) {
            if (purpose.basis() == Basis.CONSENT) {
              touched.addAll(release(handle, purpose, now));
            }
          }
          List<Long> owners =
              handle
                  .createQuery(
                      "delete from event where expires <= :today or purposes = 0 returning subject")
                  .bind("today", Date.valueOf(today))
                  .mapTo(Long.class)
                  .list();
          touched.addAll(owners);
          long records =
              handle.execute("delete from recommendation where expires <= ?", Date.valueOf(today));
          long subjects = forgetEmpty(handle, today);
          handle.execute("delete from suppression where expires <= ?", Date.valueOf(today));
          Run run = new Run(first, now, owners.size(), records, subjects);
          Head.append(
              handle.getConnection(), now, List.of(Mark.of(Kind.RETENTION, owners.size())), first);
          note(handle, run);
          if (!touched.isEmpty()) {
            Subjects.touch(handle.getConnection(), touched, first);
          }
          return run;
        });
  }

  /// Lets go of rows for a purpose whose yes is gone or has run out; a pause keeps them.
  private static List<Long> release(Handle handle, Purpose purpose, Instant now) {
    return handle
        .createQuery(
            """
            update event e set purposes = purposes & ~ :bit::bigint
            where purposes & :bit <> 0 and not exists (
              select from (
                select c.kind, c.until from consent c
                where c.subject = e.subject and c.purpose = :purpose
                  and c.kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')
                order by c.index desc limit 1
              ) said where said.kind = 'GIVEN' and (said.until is null or said.until > :now)
            ) returning subject
            """)
        .bind("bit", purpose.bit())
        .bind("purpose", purpose.number())
        .bind("now", Timestamp.from(now))
        .mapTo(Long.class)
        .list();
  }

  private static long forgetEmpty(Handle handle, LocalDate today) {
    return handle.execute(
        """
        delete from subject s where since < ?
          and not exists (select from event e where e.subject = s.number)
          and not exists (select from consent c where c.subject = s.number)
          and not exists (select from recommendation r where r.subject = s.number)
        """,
        Date.valueOf(today.minusDays(GRACE_DAYS)));
  }

  private static void note(Handle handle, Run run) {
    handle.execute(
        "insert into retention_run (index, at, events, recommendations, subjects) values (?, ?, ?,"
            + " ?, ?)",
        run.index(),
        Timestamp.from(run.at()),
        run.events(),
        run.recommendations(),
        run.subjects());
  }
}
