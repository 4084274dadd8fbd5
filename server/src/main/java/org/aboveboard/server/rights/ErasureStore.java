package org.aboveboard.server.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Value;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.Subjects;
import org.jdbi.v3.core.Handle;

/// The erasures that were asked for, and how far each has come.
final class ErasureStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

  private final Pools pools;
  private final InstantSource clock;

  ErasureStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /// Writes down, durably, that a subject is to be erased; the job that is open for them already,
  /// or nothing if they are gone.
  Optional<Begun> begin(Subject subject) {
    UUID id = UUID.randomUUID();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          Connection connection = handle.getConnection();
          long index = Head.lock(connection);
          name(handle, subject.number());
          Optional<Begun> open = open(handle, "subject", subject.number());
          if (open.isPresent() || Subjects.alive(connection, List.of(subject.number())).isEmpty()) {
            return open;
          }
          Optional<Commitment> previous =
              Optional.ofNullable(
                  Subjects.lastSaid(connection, List.of(subject.number())).get(subject.number()));
          handle.execute(
              "insert into erasure (id, subject, lookup, state, asked, index, previous)"
                  + " values (?, ?, ?, 'running', ?, ?, ?)",
              id,
              subject.number(),
              subject.lookup().bytes(),
              Timestamp.from(clock.instant()),
              index,
              previous.map(before -> before.hash().bytes()).orElse(null));
          Canonical body =
              Canonical.empty().with("kind", Kind.ERASURE.word()).with("erasure", id.toString());
          Head.append(
              connection, clock.instant(), List.of(Mark.of(Kind.ERASURE, body, previous)), index);
          return Optional.of(new Begun(id, true, false));
        });
  }

  /// A job for somebody.
  ///
  /// @param isNew whether it was begun just now
  /// @param hasFailed whether it stopped at a step
  record Begun(UUID id, boolean isNew, boolean hasFailed) {}

  /// A job that is open for a look-up, of whoever had it.
  Optional<Begun> open(Lookup lookup) {
    return pools.use(Power.RIGHTS, handle -> open(handle, "lookup", lookup.bytes()));
  }

  private static Optional<Begun> open(Handle handle, String column, Object whose) {
    return handle
        .select("select id, state from erasure where " + column + " = ? and state <> 'done'", whose)
        .map((row, _) ->
            new Begun(UUID.fromString(row.getString(1)), false, row.getString(2).equals("failed")))
        .findFirst();
  }

  /// A failed job is under way again.
  boolean restart(UUID id) {
    return pools.use(
            Power.RIGHTS,
            handle ->
                handle.execute(
                    "update erasure set state = 'running', ended = null where id = ? and state ="
                        + " 'failed'",
                    id))
        == 1;
  }

  /// The index of the entry that says it was asked; 0 for a job of an earlier release.
  long asked(UUID id) {
    return pools.use(
        Power.RIGHTS,
        handle ->
            handle
                .createQuery("select coalesce(index, 0) from erasure where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
  }

  void note(UUID id, List<Step> steps) {
    pools.use(
        Power.RIGHTS,
        handle ->
            handle.execute("update erasure set steps = ?::jsonb where id = ?", json(steps), id));
  }

  /// A step failed: the job still says whom it is about, to be tried again.
  void fail(UUID id, List<Step> steps) {
    pools.use(
        Power.RIGHTS,
        handle ->
            handle.execute(
                "update erasure set state = 'failed', ended = ?, steps = ?::jsonb where id = ?",
                Timestamp.from(clock.instant()),
                json(steps),
                id));
  }

  /// Ends a job with the entry that says what it reached; it no longer says whom it was about.
  ///
  /// @param notReached what is not reached yet of somebody whose key lay under this epoch
  void end(UUID id, Report report, IntFunction<String> notReached) {
    pools.transact(
        Power.RIGHTS,
        handle -> {
          Connection connection = handle.getConnection();
          long index = Head.lock(connection);
          int epoch =
              handle
                  .createQuery("select coalesce(epoch, 0) from erasure where id = :id")
                  .bind("id", id)
                  .mapTo(Integer.class)
                  .one();
          Instant now = clock.instant();
          Head.append(
              connection,
              now,
              List.of(Mark.of(Kind.ERASED, report.body(epoch, notReached.apply(epoch)))),
              index);
          return handle.execute(
              "update erasure set state = 'done', ended = ?, done = ?, subject = null, lookup ="
                  + " null where id = ?",
              Timestamp.from(now),
              index,
              id);
        });
  }

  /// Says of all erasures up to an epoch that with it the last copies are gone; answers of how
  /// many.
  ///
  /// One entry holds the root over the entries that said they were done. An epoch that has its
  /// entry already gets no other.
  int everywhere(int epoch, Instant at) {
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          Connection connection = handle.getConnection();
          long index = Head.lock(connection);
          List<Commitment> covered =
              handle
                  .createQuery(
                      "select j.commitment from erasure e join journal j on j.index = e.done where"
                          + " e.epoch between 1 and :epoch and e.everywhere is null order by e.done")
                  .bind("epoch", epoch)
                  .map((row, _) -> new Commitment(Hash.of(row.getBytes(1)).orElseThrow()))
                  .list();
          if (isTold(handle, epoch)) {
            return 0;
          }
          List<Hash> leaves = covered.stream().map(one -> Tree.leaf(one.hash().bytes())).toList();
          Canonical body =
              Canonical.empty()
                  .with("kind", Kind.EPOCH_DESTROYED.word())
                  .with("epoch", epoch)
                  .with("destroyed", at.toString())
                  .with("count", covered.size())
                  .with("root", Tree.root(leaves).hex());
          Head.append(
              connection, clock.instant(), List.of(Mark.of(Kind.EPOCH_DESTROYED, body)), index);
          return handle.execute(
              "update erasure e set everywhere = ?, place = o.place, previous = null from (select"
                  + " id, row_number() over (order by done) - 1 as place from erasure where epoch"
                  + " between 1 and ? and everywhere is null and done is not null) o"
                  + " where o.id = e.id",
              index,
              epoch);
        });
  }

  private static boolean isTold(Handle handle, int epoch) {
    return handle
        .createQuery("select body from journal where kind = :kind and body is not null")
        .bind("kind", Kind.EPOCH_DESTROYED.word())
        .mapTo(byte[].class)
        .filter(body -> epochOf(body) == epoch)
        .findFirst()
        .isPresent();
  }

  private static long epochOf(byte[] marked) {
    byte[] body = Arrays.copyOfRange(marked, Nonce.LENGTH, marked.length);
    return Canonical.read(body) instanceof Canonical.Read(Canonical record)
            && record.field("epoch").orElseThrow() instanceof Value.Whole(long epoch)
        ? epoch
        : -1;
  }

  Optional<Job> find(UUID id) {
    return pools.use(
        Power.RIGHTS,
        handle ->
            handle
                .createQuery(
                    "select e.id, e.state, e.asked, e.ended, e.steps, e.epoch, j.at from erasure e left join journal j on j.index = e.everywhere where e.id = :id")
                .bind("id", id)
                .map((row, _) -> job(row))
                .findOne());
  }

  /// Jobs that a stop interrupted, or that failed and are to be tried again.
  List<Open> open() {
    return pools.use(
        Power.RIGHTS,
        handle ->
            handle
                .createQuery(
                    "select id, subject, lookup, state = 'running' from erasure where state <> 'done'"
                        + " and lookup is not null order by asked")
                .map((row, _) ->
                    new Open(
                        UUID.fromString(row.getString(1)),
                        row.getLong(2),
                        Lookup.stored(row.getBytes(3)),
                        row.getBoolean(4)))
                .list());
  }

  record Open(UUID id, long subject, Lookup lookup, boolean isRunning) {
    @Override
    public String toString() {
      return "Open";
    }
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        UUID.fromString(row.getString("id")),
        row.getString("state"),
        row.getTimestamp("asked").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
        steps(row.getString("steps")),
        Optional.of(row.getInt("epoch")).filter(epoch -> epoch > 0),
        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant));
  }

  private static List<Step> steps(String json) {
    try {
      return JSON.readValue(json, STEPS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A job's steps do not read.", e);
    }
  }

  private static String json(List<Step> steps) {
    try {
      return JSON.writeValueAsString(steps);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A job's steps cannot be written.", e);
    }
  }

  private static void name(Handle handle, long subject) {
    handle
        .select("select set_config('aboveboard.subject', ?, true)", Long.toString(subject))
        .mapTo(String.class)
        .one();
  }
}
