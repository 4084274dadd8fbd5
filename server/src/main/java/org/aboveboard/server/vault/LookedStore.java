package org.aboveboard.server.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.jdbi.v3.core.Handle;

/// Who asked for whose answer, who agreed, and what was read: each step a row with its entry, added
/// and never changed.
final class LookedStore {
  private static final String THING = "look";
  private static final String NAME = "name";
  private static final String REASON = "reason";
  private static final String SELECT =
      "select look, subject, segment, stage, at, person, role, payload from vault.look where ";

  private final Pools pools;
  private final SubjectStore subjects;
  private final InstantSource clock;

  LookedStore(Pools pools, SubjectStore subjects, InstantSource clock) {
    this.pools = pools;
    this.subjects = subjects;
    this.clock = clock;
  }

  /// A step that staff take.
  ///
  /// @param name whose answer it is, by the id that the shop knows them by
  record Step(
      UUID look, Subject subject, String name, String segment, short number, String reason) {}

  /// Writes that it was asked for, or agreed to; false if somebody took this step before, or the
  /// person is gone.
  boolean add(Step step, Look.Stage stage) {
    return pools.transact(Power.VAULT, handle -> write(handle, step, stage));
  }

  private static boolean write(Handle handle, Step step, Look.Stage stage) throws SQLException {
    Envelope envelope = Envelope.of(step.subject(), THING, body(step, stage));
    long index = Head.lock(handle.getConnection());
    int rows =
        handle.execute(
            "insert into vault.look (index, look, subject, segment, stage, at, person, role,"
                + " payload) select ?, ?, number, ?, ?, ?, ?, ?, ? from subject where number = ?"
                + " on conflict (look, stage) do nothing",
            index,
            step.look(),
            step.number(),
            stage.what(),
            Timestamp.from(stage.at()),
            stage.person(),
            stage.role(),
            envelope.payload().array(),
            step.subject().number());
    if (rows == 1) {
      Head.append(
          handle.getConnection(), stage.at(), List.of(new Sealed(Kind.LOOK, envelope)), index);
    }
    return rows == 1;
  }

  private static byte[] body(Step step, Look.Stage stage) {
    return Canonical.empty()
        .with("kind", Kind.LOOK.word())
        .with("look", step.look().toString())
        .with("stage", stage.what())
        .with("at", stage.at().toString())
        .with("person", stage.person())
        .with("role", stage.role())
        .with("segment", step.segment())
        .with(NAME, step.name())
        .with(REASON, step.reason())
        .bytes();
  }

  /// What a reading found.
  ///
  /// @param answer sealed; nothing if there is no such answer, or no longer
  private record Found(boolean isFirst, Optional<byte[]> answer) {}

  /// Writes that it is read and answers what was said, in one transaction: once. Nothing the second
  /// time; an empty text if there is no such answer, or no longer.
  Optional<String> read(Grant grant, Step step, Look.Stage stage) {
    grant.require(Use.AUDIT, clock.instant());
    if (grant.subject().orElse(0) != step.subject().number()) {
      throw new IllegalStateException("This grant is for another person's answer");
    }
    Found found =
        pools.transact(
            Power.VAULT,
            handle ->
                new Found(
                    write(handle, step, stage), answer(handle, step, grant.purpose().number())));
    return Optional.of(
            found.answer().map(sealed -> VaultStore.open(step.subject(), sealed)).orElse(""))
        .filter(_ -> found.isFirst());
  }

  private static Optional<byte[]> answer(Handle handle, Step step, int purpose) {
    return handle
        .createQuery(
            "select payload from vault.answer where subject = :subject and segment = :segment"
                + " and purpose = :purpose")
        .bind("subject", step.subject().number())
        .bind("segment", step.number())
        .bind("purpose", purpose)
        .mapTo(byte[].class)
        .findOne();
  }

  /// All looks that were asked for since a moment, for those who ask for them and agree to them.
  List<Look> since(Grant grant, InForce inForce, Instant since) {
    grant.require(Use.AUDIT, clock.instant());
    List<Row> rows =
        pools.use(
            Power.VAULT,
            handle ->
                rows(
                    handle,
                    "look in (select look from vault.look where stage = 'asked' and at > ?)"
                        + " order by index",
                    Timestamp.from(since)));
    Map<Long, Subject> people =
        subjects.these(grant, rows.stream().map(Row::subject).distinct().toList());
    return looks(
        rows.stream().filter(row -> people.containsKey(row.subject())).toList(), inForce, people);
  }

  /// All looks at one person's answers, for their own eyes.
  List<Look> of(Grant grant, InForce inForce, Subject subject) {
    grant.requireRights(clock.instant());
    List<Row> rows =
        pools.transact(
            Power.RIGHTS,
            handle -> {
              VaultStore.name(handle, subject.number());
              return rows(handle, "subject = ? order by index", subject.number());
            });
    return looks(rows, inForce, Map.of(subject.number(), subject));
  }

  private record Row(UUID look, long subject, short segment, Look.Stage stage, Bytes payload) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("look", UUID.class),
          row.getLong("subject"),
          row.getShort("segment"),
          new Look.Stage(
              row.getString("stage"),
              row.getTimestamp("at").toInstant(),
              row.getString("person"),
              row.getString("role")),
          Bytes.of(row.getBytes("payload")));
    }
  }

  private static List<Row> rows(Handle handle, String which, Object value) {
    return handle.select(SELECT + which, value).map((row, _) -> Row.of(row)).list();
  }

  private static List<Look> looks(List<Row> rows, InForce inForce, Map<Long, Subject> people) {
    Map<UUID, List<Row>> byLook = new LinkedHashMap<>();
    rows.forEach(row -> byLook.computeIfAbsent(row.look(), _ -> new ArrayList<>()).add(row));
    List<Look> looks = new ArrayList<>();
    byLook.forEach((id, steps) -> {
      Row first = steps.getFirst();
      Canonical said = said(Optional.ofNullable(people.get(first.subject())).orElseThrow(), first);
      looks.add(
          new Look(
              id,
              first.subject(),
              text(said, NAME),
              inForce.segment(first.segment()).map(Segment::id).orElse("no longer declared"),
              text(said, REASON),
              steps.stream().map(Row::stage).toList()));
    });
    return looks;
  }

  private static Canonical said(Subject subject, Row row) {
    return switch (Canonical.read(Envelope.open(subject, THING, row.payload().array()))) {
      case Canonical.Read(Canonical record) -> record;
      case Canonical.Unreadable(String reason) ->
          throw new IllegalStateException("A look does not read: " + reason);
    };
  }

  private static String text(Canonical record, String field) {
    return record.field(field).orElseThrow() instanceof Value.Text(String text) ? text : "";
  }
}
