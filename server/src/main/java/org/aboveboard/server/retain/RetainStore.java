package org.aboveboard.server.retain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Meaning;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Segment;
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
            if (purpose.isAsked()) {
              touched.addAll(release(handle, purpose, now));
              touched.addAll(releaseShortened(handle, purpose, today));
              touched.addAll(releaseEarlier(handle, policy, purpose, today));
            }
            touched.addAll(releaseOld(handle, purpose, purpose.retention(), today));
            touched.addAll(leavingTheModel(handle, purpose, today));
          }
          List<Long> owners =
              handle
                  .createQuery(
                      "delete from event where expires <= :today or purposes = '{}' returning"
                          + " subject")
                  .bind("today", Date.valueOf(today))
                  .mapTo(Long.class)
                  .list();
          touched.addAll(owners);
          long quarantined =
              handle.execute(
                  "delete from quarantine where expires <= ? or purposes = '{}'",
                  Date.valueOf(today));
          long volunteered = releaseVolunteered(handle, policy, now, today);
          long records =
              handle.execute("delete from recommendation where expires <= ?", Date.valueOf(today));
          long subjects = forgetEmpty(handle, today);
          forgetUnprovable(handle);
          handle.execute("delete from suppression where expires <= ?", Date.valueOf(today));
          handle.execute("delete from spent where expires <= ?", Timestamp.from(now));
          Run run = new Run(first, now, owners.size(), quarantined, volunteered, records, subjects);
          Mark mark = Mark.of(Kind.RETENTION, owners.size() + quarantined + volunteered);
          Head.append(handle.getConnection(), now, List.of(mark), first);
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
            update event e set purposes = array_remove(purposes, :purpose::smallint)
            where :purpose = any(purposes) and not exists (
              select from last_word said
              where said.subject = e.subject and said.purpose = :purpose
                and said.kind = 'GIVEN' and (said.until is null or said.until > :now)
            ) returning subject
            """)
        .bind("purpose", purpose.number())
        .bind("now", Timestamp.from(now))
        .mapTo(Long.class)
        .list();
  }

  /// Lets go of rows that a purpose has held for longer than it says by now.
  private static List<Long> releaseOld(
      Handle handle, Purpose purpose, Retention retention, LocalDate today) {
    handle.execute(
        "delete from recommendation where purpose = ? and day <= ?",
        purpose.number(),
        Date.valueOf(today.minus(retention.answers())));
    Date since = Date.valueOf(today.minus(retention.events()));
    handle.execute(
        "update quarantine set purposes = array_remove(purposes, ?::smallint)"
            + " where ? = any(purposes) and kept <= ?",
        purpose.number(),
        purpose.number(),
        since);
    return handle
        .createQuery(
            """
            update event set purposes = array_remove(purposes, :purpose::smallint)
            where :purpose = any(purposes) and kept <= :since returning subject
            """)
        .bind("purpose", purpose.number())
        .bind("since", since)
        .mapTo(Long.class)
        .list();
  }

  /// Those who agreed when a purpose kept for less are kept for less, until they are asked again.
  private static List<Long> releaseEarlier(
      Handle handle, Policy policy, Purpose purpose, LocalDate today) {
    List<Long> touched = new ArrayList<>();
    for (String agreed : policy.agreements(purpose)) {
      Optional<Meaning> before = policy.earlier(agreed);
      if (before.isPresent() && !purpose.retention().isWithin(before.get().retention())) {
        touched.addAll(releaseEarlier(handle, purpose, before.get(), today));
      }
    }
    return touched;
  }

  private static List<Long> releaseEarlier(
      Handle handle, Purpose purpose, Meaning before, LocalDate today) {
    return handle
        .createQuery(
            """
            update event e set purposes = array_remove(purposes, :purpose::smallint)
            where :purpose = any(purposes) and kept <= :since and exists (
              select from agreed a where a.subject = e.subject and a.purpose = :purpose
                and a.declared = :declared
            ) returning subject
            """)
        .bind("purpose", purpose.number())
        .bind("declared", before.digest())
        .bind("since", Date.valueOf(today.minus(before.retention().events())))
        .mapTo(Long.class)
        .list();
  }

  /// Those who want what they did to be kept for less.
  private static List<Long> releaseShortened(Handle handle, Purpose purpose, LocalDate today) {
    handle.execute(
        "delete from recommendation r using shortened s where r.purpose = ? and s.purpose = ? and"
            + " s.subject = r.subject and r.day + s.keep <= ?",
        purpose.number(),
        purpose.number(),
        Date.valueOf(today));
    handle.execute(
        "update quarantine q set purposes = array_remove(purposes, ?::smallint) from shortened s"
            + " where ? = any(q.purposes) and s.subject = q.subject and s.purpose = ?"
            + " and q.kept + s.keep <= ?",
        purpose.number(),
        purpose.number(),
        purpose.number(),
        Date.valueOf(today));
    return handle
        .createQuery(
            """
            update event e set purposes = array_remove(purposes, :purpose::smallint)
            from shortened s
            where :purpose = any(e.purposes) and s.subject = e.subject and s.purpose = :purpose
              and e.kept + s.keep <= :today returning e.subject
            """)
        .bind("purpose", purpose.number())
        .bind("today", Date.valueOf(today))
        .mapTo(Long.class)
        .list();
  }

  /// Deletes what volunteers said whose yes is gone, has run out or does not reach so far back by
  /// now, and what answers a question that is no longer asked; a pause keeps it.
  private static long releaseVolunteered(
      Handle handle, Policy policy, Instant now, LocalDate today) {
    long deleted =
        handle.execute("delete from vault.answer where expires <= ?", Date.valueOf(today));
    List<String> asked = policy.segments().stream().map(Segment::id).toList();
    List<Short> volunteeredFor = new ArrayList<>();
    for (Segment segment : policy.segments()) {
      Purpose purpose = policy.purpose(segment.purpose()).orElseThrow();
      volunteeredFor.add((short) purpose.number());
      deleted +=
          handle.execute(
              "delete from vault.answer where purpose = ? and day <= ?",
              purpose.number(),
              Date.valueOf(today.minus(purpose.retention().events())));
    }
    return deleted
        + handle.execute(
            """
            delete from vault.answer a where purpose <> all(?::smallint[]) or not exists (
              select from declared d
              where d.kind = 'segment' and d.number = a.segment and d.id = any(?::text[])
            ) or not exists (
              select from last_word said
              where said.subject = a.subject and said.purpose = a.purpose
                and said.kind = 'GIVEN' and (said.until is null or said.until > ?)
            ) or exists (
              select from shortened s
              where s.subject = a.subject and s.purpose = a.purpose and a.day + s.keep <= ?
            )
            """,
            volunteeredFor.toArray(Short[]::new),
            asked.toArray(String[]::new),
            Timestamp.from(now),
            Date.valueOf(today));
  }

  /// Whose acts have come to the end of their time in the model lately, though they are still kept.
  private static List<Long> leavingTheModel(Handle handle, Purpose purpose, LocalDate today) {
    LocalDate since = today.minus(purpose.retention().model());
    return purpose.uses().contains(Use.TRAIN)
        ? handle
            .createQuery(
                """
                select distinct subject from event
                where :purpose = any(purposes) and kept <= :since and kept > :before
                """)
            .bind("purpose", purpose.number())
            .bind("since", Date.valueOf(since))
            .bind("before", Date.valueOf(since.minusDays(GRACE_DAYS)))
            .mapTo(Long.class)
            .list()
        : List.of();
  }

  private static long forgetEmpty(Handle handle, LocalDate today) {
    return handle.execute(
        """
        delete from subject s where since < ?
          and not exists (select from event e where e.subject = s.number)
          and not exists (select from quarantine q where q.subject = s.number)
          and not exists (select from consent c where c.subject = s.number)
          and not exists (select from recommendation r where r.subject = s.number)
          and not exists (select from vault.answer a where a.subject = s.number)
        """,
        Date.valueOf(today.minusDays(GRACE_DAYS)));
  }

  /// Lets go of the commitments of whole seconds whose records are all gone, and of what was given
  /// to people who are.
  private static void forgetUnprovable(Handle handle) {
    handle.execute(
        """
        delete from decided
          where number < (
            select max(case when alive.number is null then d.first + d.count else d.first end)
            from decisions d, (select min(number) as number from recommendation) alive
            where alive.number is null or d.first <= alive.number)
        """);
    handle.execute("delete from download where subject not in (select number from subject)");
  }

  private static void note(Handle handle, Run run) {
    handle.execute(
        "insert into retention_run (index, at, events, quarantined, volunteered, recommendations,"
            + " subjects) values (?, ?, ?, ?, ?, ?, ?)",
        run.index(),
        Timestamp.from(run.at()),
        run.events(),
        run.quarantined(),
        run.volunteered(),
        run.recommendations(),
        run.subjects());
  }
}
