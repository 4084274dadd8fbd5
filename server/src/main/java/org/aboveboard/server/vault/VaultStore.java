package org.aboveboard.server.vault;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.jdbi.v3.core.Handle;

/// The rows of the vault. Its role reads what is sealed and holds no key; the keys are read by
/// another role, which has no way into the vault.
final class VaultStore {
  /// What an answer is sealed as.
  static final String THING = "volunteered";

  private static final String ANSWER = "answer";

  /// Whose answers count: the consents are joined here, in the database, at the grant's index.
  private static final String COUNTED =
      " from vault.answer v where v.segment = :segment and v.purpose = :purpose"
          + " and v.expires > :today and v.day > :since and exists (select from agreed a"
          + " where a.subject = v.subject and a.purpose = v.purpose and a.declared = :declared"
          + " and a.index <= :index and (a.until is null or a.until > :now)"
          + " and (:demonstration or a.evidence <> '"
          + Evidence.DEMONSTRATION
          + "')) and not exists (select from shortened s where s.subject = v.subject"
          + " and s.purpose = v.purpose and v.day + s.keep <= :today)";

  private final Pools pools;
  private final SubjectStore subjects;
  private final InstantSource clock;

  VaultStore(Pools pools, SubjectStore subjects, InstantSource clock) {
    this.pools = pools;
    this.subjects = subjects;
    this.clock = clock;
  }

  /// Keeps an answer in place of an earlier one to the same question; its index, or nothing if its
  /// person has taken their yes back meanwhile.
  Optional<Long> put(Grant grant, InForce inForce, Subject subject, Segment segment, String id) {
    Instant now = clock.instant();
    grant.require(Use.COLLECT, now);
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    short number = inForce.number(segment);
    Envelope envelope = Envelope.of(subject, THING, body(segment, id));
    return pools.transact(
        Power.VAULT,
        handle -> {
          long index = Head.lock(handle.getConnection());
          if (!agrees(handle, grant, subject.number(), now)) {
            return Optional.empty();
          }
          handle.execute(
              "delete from vault.answer where subject = ? and segment = ?",
              subject.number(),
              number);
          handle.execute(
              "insert into vault.answer (index, subject, segment, purpose, day, expires, payload)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              index,
              subject.number(),
              number,
              grant.purpose().number(),
              Date.valueOf(today),
              Date.valueOf(today.plus(grant.obligations().keep().events())),
              envelope.payload().array());
          Head.append(
              handle.getConnection(), now, List.of(new Sealed(Kind.VOLUNTEERED, envelope)), index);
          return Optional.of(index);
        });
  }

  /// Under the journal's lock: a no that came first is seen, and one that comes next deletes.
  private static boolean agrees(Handle handle, Grant grant, long subject, Instant now) {
    return handle
        .createQuery(
            "select exists (select from agreed where subject = :subject and purpose = :purpose"
                + " and declared = :declared and (until is null or until > :now))")
        .bind("subject", subject)
        .bind("purpose", grant.purpose().number())
        .bind("declared", grant.agreed())
        .bind("now", Timestamp.from(now))
        .mapTo(Boolean.class)
        .one();
  }

  /// Deletes a person's answer to one question; how many rows there were.
  long remove(Grant grant, Subject subject, short segment) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject.number());
          long first = Head.lock(handle.getConnection());
          long rows =
              handle.execute(
                  "delete from vault.answer where subject = ? and segment = ?",
                  subject.number(),
                  segment);
          if (rows > 0) {
            Head.append(
                handle.getConnection(),
                clock.instant(),
                List.of(Mark.of(Kind.FORGOTTEN, rows)),
                first);
          }
          return rows;
        });
  }

  /// Everything a person said of themselves, for their own eyes.
  List<Volunteered> held(Grant grant, InForce inForce, Subject subject) {
    grant.requireRights(clock.instant());
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          name(handle, subject.number());
          return handle
              .createQuery(
                  "select index, segment, day, expires, payload from vault.answer"
                      + " where subject = :subject order by index")
              .bind("subject", subject.number())
              .map((row, _) -> volunteered(inForce, subject, row))
              .list();
        });
  }

  private static Volunteered volunteered(InForce inForce, Subject subject, ResultSet row)
      throws SQLException {
    return new Volunteered(
        row.getLong("index"),
        inForce.segment(row.getShort("segment")).map(Segment::id).orElse("no longer declared"),
        open(subject, row.getBytes("payload")),
        row.getObject("day", LocalDate.class),
        row.getObject("expires", LocalDate.class));
  }

  /// What everybody answered to one question who agreed to just what the grant is for, by number.
  Map<Long, String> answers(Grant grant, InForce inForce, Segment segment) {
    grant.require(Use.AUDIT, clock.instant());
    if (!grant.isPopulation() || !grant.purpose().id().equals(segment.purpose())) {
      throw new IllegalStateException(
          "This grant is not for all volunteers of " + segment.id() + ": ask for one that is");
    }
    Map<Long, byte[]> sealed = sealed(grant, inForce, segment);
    Map<Long, String> answers = new HashMap<>();
    subjects
        .these(grant, sealed.keySet())
        .forEach((number, subject) -> {
          String answer = open(subject, sealed.getOrDefault(number, new byte[0]));
          if (segment.answers().containsKey(answer)) {
            answers.put(number, answer);
          }
        });
    return answers;
  }

  private Map<Long, byte[]> sealed(Grant grant, InForce inForce, Segment segment) {
    Instant now = clock.instant();
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return pools.use(
        Power.VAULT,
        handle ->
            handle
                .createQuery("select v.subject, v.payload" + COUNTED)
                .bind("segment", inForce.number(segment))
                .bind("purpose", grant.purpose().number())
                .bind("today", Date.valueOf(today))
                .bind("since", Date.valueOf(today.minus(grant.obligations().keep().events())))
                .bind("declared", grant.agreed())
                .bind("index", grant.consentIndex())
                .bind("now", Timestamp.from(now))
                .bind("demonstration", inForce.isDemonstration())
                .reduceRows(
                    new HashMap<Long, byte[]>(),
                    (all, row) -> {
                      all.put(row.getColumn(1, Long.class), row.getColumn(2, byte[].class));
                      return all;
                    }));
  }

  /// The journal's last index.
  long last() {
    return pools.use(
        Power.VAULT,
        handle -> handle.createQuery("select next - 1 from journal_head").mapTo(Long.class).one());
  }

  /// How many people are known here.
  long people() {
    return pools.use(
        Power.VAULT,
        handle -> handle.createQuery("select count(*) from subject").mapTo(Long.class).one());
  }

  private static byte[] body(Segment segment, String answer) {
    return Canonical.empty()
        .with("kind", Kind.VOLUNTEERED.word())
        .with("segment", segment.id())
        .with(ANSWER, answer)
        .bytes();
  }

  /// The id of what was answered.
  static String open(Subject subject, byte[] payload) {
    return Canonical.read(Envelope.open(subject, THING, payload))
                instanceof Canonical.Read(Canonical record)
            && record.field(ANSWER).orElseThrow() instanceof Value.Text(String answer)
        ? answer
        : "";
  }

  static void name(Handle handle, long subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", Long.toString(subject))
        .mapTo(String.class)
        .one();
  }
}
