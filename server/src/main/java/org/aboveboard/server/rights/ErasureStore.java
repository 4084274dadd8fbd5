package org.aboveboard.server.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subject;

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

  /// Writes down, durably, that a subject is to be erased.
  UUID begin(Subject subject) {
    UUID id = UUID.randomUUID();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          long first = Head.lock(handle.getConnection());
          handle.execute(
              "insert into erasure (id, subject, lookup, state, asked) values (?, ?, ?, 'running',"
                  + " ?)",
              id,
              subject.number(),
              subject.lookup().bytes(),
              Timestamp.from(clock.instant()));
          Head.append(
              handle.getConnection(), clock.instant(), List.of(Mark.of(Kind.ERASURE, 1)), first);
          return id;
        });
  }

  void note(UUID id, List<Step> steps) {
    pools.use(
        Power.RIGHTS,
        handle ->
            handle.execute("update erasure set steps = ?::jsonb where id = ?", json(steps), id));
  }

  /// Ends a job; a finished one no longer says whom it was about.
  void end(UUID id, String state, List<Step> steps) {
    pools.use(
        Power.RIGHTS,
        handle ->
            handle.execute(
                "update erasure set state = ?, ended = ?, steps = ?::jsonb,"
                    + " subject = case when ? = 'done' then null else subject end,"
                    + " lookup = case when ? = 'done' then null else lookup end where id = ?",
                state,
                Timestamp.from(clock.instant()),
                json(steps),
                state,
                state,
                id));
  }

  Optional<Job> find(UUID id) {
    return pools.use(
        Power.RIGHTS,
        handle ->
            handle
                .createQuery("select id, state, asked, ended, steps from erasure where id = :id")
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

  /// The job that runs for this subject already, if one does.
  Optional<UUID> running(OptionalLong subject) {
    return open().stream()
        .filter(Open::isRunning)
        .filter(job -> subject.isPresent() && job.subject() == subject.getAsLong())
        .map(Open::id)
        .findFirst();
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        UUID.fromString(row.getString("id")),
        row.getString("state"),
        row.getTimestamp("asked").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
        steps(row.getString("steps")));
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
}
