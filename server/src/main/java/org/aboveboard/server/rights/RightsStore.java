package org.aboveboard.server.rights;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Personal;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.sql.Together;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.subject.Subjects;
import org.jdbi.v3.core.Handle;

/// Deletes a subject's rows, with the journal entry that says so and what was done because of which
/// choice, in one transaction.
final class RightsStore {
  /// What holds rows of a subject, besides its own.
  private static final List<String> TABLES =
      List.of(
          "event",
          "quarantine",
          "recommendation",
          "consequence",
          "download",
          "vault.answer",
          "vault.look",
          "consent");

  /// How many steps share a transaction at most: the journal waits for it.
  private static final int MOST_STEPS = 32;

  private final Pools pools;
  private final InstantSource clock;
  private final Together<Because, Reached> releases = new Together<>(MOST_STEPS, this::release);
  private final Together<Followed, Followed> models = new Together<>(MOST_STEPS, this::noteModels);

  RightsStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /// How many rows and records of answers a step reached, and the journal index of it.
  record Reached(long rows, long answers, long index) {}

  /// What was done because of a choice.
  ///
  /// @param what `rows`, `answers` or `model`
  @Personal
  record Consequence(long consent, String what, long count, Instant at) {
    @Override
    public String toString() {
      return "Consequence";
    }
  }

  /// A step in a subject's rows; answers how many rows and answers it reached.
  private interface Step {
    Reached take(Handle handle, long subject) throws SQLException;
  }

  /// Deletes what was held for this purpose alone, and lets go of the rest for it.
  Reached release(Grant grant, Purpose purpose, long consent) {
    return because(
        grant,
        consent,
        Kind.WITHDRAWAL_DONE,
        (handle, subject) -> {
          List<Integer> these = List.of(purpose.number());
          long rows =
              letGo(handle, "event", subject, these, "true")
                  + letGo(handle, "quarantine", subject, these, "true")
                  + handle.execute(
                      "delete from vault.answer where subject = ? and purpose = ?",
                      subject,
                      purpose.number());
          long answers =
              handle.execute(
                  "delete from recommendation where subject = ? and coalesce(purpose, ?) = ?",
                  subject,
                  purpose.number(),
                  purpose.number());
          return new Reached(rows, answers, 0);
        });
  }

  /// Deletes what was held of one kind of act for these purposes alone, and what was set aside of
  /// it.
  Reached releaseSignal(
      Grant grant, short signal, List<Integer> purposes, List<Long> aside, long consent) {
    return because(
        grant,
        consent,
        Kind.WITHDRAWAL_DONE,
        (handle, subject) -> {
          long rows = letGo(handle, "event", subject, purposes, "signal = " + signal);
          long answers =
              rows == 0
                  ? 0
                  : handle.execute("delete from recommendation where subject = ?", subject);
          return new Reached(rows + drop(handle, subject, aside), answers, 0);
        });
  }

  /// Deletes the records of answers at one surface.
  Reached releaseAnswers(Grant grant, short surface, long consent) {
    return because(
        grant,
        consent,
        Kind.WITHDRAWAL_DONE,
        (handle, subject) ->
            new Reached(
                0,
                handle.execute(
                    "delete from recommendation where subject = ? and surface = ?",
                    subject,
                    surface),
                0));
  }

  /// Deletes what a purpose has held for longer than its subject wants by now, and sets the end of
  /// the rest.
  Reached shorten(Grant grant, Purpose purpose, long consent) {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    return because(
        grant,
        consent,
        Kind.WITHDRAWAL_DONE,
        (handle, subject) -> {
          int days =
              handle
                  .createQuery("select keep from consent where index = :index")
                  .bind("index", consent)
                  .mapTo(Integer.class)
                  .one();
          Date since = Date.valueOf(today.minusDays(days));
          List<Integer> these = List.of(purpose.number());
          long rows = 0;
          for (String table : List.of("event", "quarantine")) {
            rows += letGo(handle, table, subject, these, "kept <= date '" + since + "'");
            handle.execute(
                "update "
                    + table
                    + " set expires = least(expires, kept + ?) where subject = ?"
                    + " and purposes = array[?]::smallint[]",
                days,
                subject,
                purpose.number());
          }
          rows +=
              handle.execute(
                  "delete from vault.answer where subject = ? and purpose = ? and day <= ?",
                  subject,
                  purpose.number(),
                  since);
          handle.execute(
              "update vault.answer set expires = least(expires, day + ?) where subject = ?"
                  + " and purpose = ?",
              days,
              subject,
              purpose.number());
          long answers =
              handle.execute(
                  "delete from recommendation where subject = ? and coalesce(purpose, ?) = ?"
                      + " and day <= ?",
                  subject,
                  purpose.number(),
                  purpose.number(),
                  since);
          handle.execute(
              "update recommendation set expires = least(expires, day + ?) where subject = ?"
                  + " and coalesce(purpose, ?) = ?",
              days,
              subject,
              purpose.number(),
              purpose.number());
          return new Reached(rows, answers, 0);
        });
  }

  /// Notes that the model has forgotten what a choice took away.
  void noteModel(Grant grant, long consent) {
    grant.requireRights(clock.instant());
    models.ask(new Followed(grant.subject().orElseThrow(), consent));
  }

  /// A choice of a subject that the model has followed.
  private record Followed(long subject, long consent) {}

  private List<Followed> noteModels(List<Followed> all) {
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          for (Followed one : all) {
            name(handle, one.subject());
            note(handle, one.consent(), one.subject(), "model", 1);
          }
          return all;
        });
  }

  /// What was done because of each choice of a subject.
  List<Consequence> consequences(Grant grant) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          return handle
              .createQuery(
                  "select consent, what, count, at from consequence where subject = :subject"
                      + " order by at, what desc")
              .bind("subject", subject)
              .map((row, _) ->
                  new Consequence(
                      row.getLong(1),
                      row.getString(2),
                      row.getLong(3),
                      row.getTimestamp(4).toInstant()))
              .list();
        });
  }

  /// Deletes what was held about one item for these purposes alone, lets go of the rest for them,
  /// and deletes these rows that were set aside. Records of answers go too, since their reasons
  /// name it.
  Reached forget(Grant grant, int item, List<Integer> purposes, List<Long> aside) {
    return done(
        grant,
        Kind.FORGOTTEN,
        (handle, subject) -> {
          long rows =
              letGo(handle, "event", subject, purposes, "item = " + item)
                  + drop(handle, subject, aside);
          handle.execute("delete from recommendation where subject = ?", subject);
          return new Reached(rows, 0, 0);
        });
  }

  /// Deletes everything of a subject, the key with it.
  ///
  /// @param suppressUntil until when late events that need no consent are turned away
  /// @param note writes the erasure down outside the database, before the first row goes, and
  ///   answers the epoch of the key
  Reached erase(Grant grant, Lookup lookup, LocalDate suppressUntil, IntSupplier note) {
    return done(
        grant,
        Kind.ERASURE_DONE,
        (handle, subject) -> {
          Subjects.hold(handle.getConnection());
          int epoch = note.getAsInt();
          if (epoch != SubjectStore.GONE) {
            handle.execute("update erasure set epoch = ? where subject = ?", epoch, subject);
          }
          long rows = 0;
          for (String table : TABLES) {
            rows += handle.execute("delete from " + table + " where subject = ?", subject);
          }
          rows += handle.execute("delete from subject where number = ?", subject);
          suppress(handle, lookup, suppressUntil);
          spend(handle, lookup);
          return new Reached(rows, 0, 0);
        });
  }

  /// Whether anything of a subject came from elsewhere, and so could come again.
  boolean cameFromElsewhere(Grant grant) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          return handle
              .createQuery(
                  "select exists (select from quarantine where subject = :s) or exists (select"
                      + " from consent where subject = :s and evidence <> 'PROMPT')")
              .bind("s", subject)
              .mapTo(Boolean.class)
              .one();
        });
  }

  /// Deletes the rows held for these purposes alone, and takes the purposes off the others.
  ///
  /// @param which a condition on the rows, made of numbers of ours
  private static long letGo(
      Handle handle, String table, long subject, List<Integer> purposes, String which) {
    String these = " where subject = ? and purposes && ?::smallint[] and " + which;
    List<Short> numbers = new ArrayList<>();
    purposes.forEach(number -> numbers.add(number.shortValue()));
    Short[] array = numbers.toArray(Short[]::new);
    long deleted =
        handle.execute(
            "delete from " + table + these + " and purposes <@ ?::smallint[]",
            subject,
            array,
            array);
    long released =
        handle.execute(
            "update "
                + table
                + " set purposes = array(select p from unnest(purposes) p"
                + " where p <> all(?::smallint[]))"
                + these,
            array,
            subject,
            array);
    return deleted + released;
  }

  private static long drop(Handle handle, long subject, List<Long> aside) {
    return handle.execute(
        "delete from quarantine where subject = ? and index = any(?::bigint[])",
        subject,
        aside.toArray(Long[]::new));
  }

  /// Takes a step because of a choice, and notes what it reached.
  private Reached because(Grant grant, long consent, Kind kind, Step step) {
    grant.requireRights(clock.instant());
    return releases.ask(new Because(grant.subject().orElseThrow(), consent, kind, step));
  }

  /// A step in one subject's rows because of their choice.
  private record Because(long subject, long consent, Kind kind, Step step) {}

  /// Takes the steps of several people in one transaction, which names one after the other; the
  /// journal is locked once for all.
  private List<Reached> release(List<Because> all) {
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          long first = Head.lock(handle.getConnection());
          List<Mark> marks = new ArrayList<>();
          List<Reached> reached = new ArrayList<>();
          for (Because one : all) {
            name(handle, one.subject());
            Reached own = one.step().take(handle, one.subject());
            note(handle, one.consent(), one.subject(), "rows", own.rows());
            note(handle, one.consent(), one.subject(), "answers", own.answers());
            reached.add(new Reached(own.rows(), own.answers(), first + marks.size()));
            marks.add(Mark.of(one.kind(), own.rows() + own.answers()));
          }
          Head.append(handle.getConnection(), clock.instant(), marks, first);
          Subjects.touch(
              handle.getConnection(), all.stream().map(Because::subject).toList(), first);
          return reached;
        });
  }

  private Reached done(Grant grant, Kind kind, Step step) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject);
          long first = Head.lock(handle.getConnection());
          Reached reached = step.take(handle, subject);
          close(handle.getConnection(), kind, subject, reached.rows() + reached.answers(), first);
          return new Reached(reached.rows(), reached.answers(), first);
        });
  }

  private void note(Handle handle, long consent, long subject, String what, long count) {
    handle.execute(
        "insert into consequence (consent, subject, what, count, at) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        consent,
        subject,
        what,
        count,
        Timestamp.from(clock.instant()));
  }

  private void suppress(Handle handle, Lookup lookup, LocalDate until) {
    handle.execute(
        "insert into suppression (lookup, before, expires) values (?, ?, ?) on conflict (lookup)"
            + " do update set before = excluded.before, expires = excluded.expires",
        lookup.bytes(),
        Timestamp.from(clock.instant()),
        Date.valueOf(until));
  }

  /// From now on no answer is taken to a question that was put before.
  private void spend(Handle handle, Lookup lookup) {
    Instant now = clock.instant();
    handle.execute(
        "insert into spent (lookup, before, expires) values (?, ?, ?) on conflict (lookup)"
            + " do update set before = excluded.before, expires = excluded.expires",
        lookup.bytes(),
        Timestamp.from(now),
        Timestamp.from(now.plus(Prompts.LIFE)));
  }

  private void close(Connection connection, Kind kind, long subject, long rows, long first)
      throws SQLException {
    Head.append(connection, clock.instant(), List.of(Mark.of(kind, rows)), first);
    Subjects.touch(connection, List.of(subject), first);
  }

  private static void name(Handle handle, long subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", Long.toString(subject))
        .mapTo(String.class)
        .one();
  }
}
