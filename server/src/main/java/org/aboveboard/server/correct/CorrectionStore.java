package org.aboveboard.server.correct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.correct.Standing.Tally;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// Strengths, standings and proposals: they say what was shown of whom, and nothing of to whom.
final class CorrectionStore {
  private final Pools pools;

  CorrectionStore(Pools pools) {
    this.pools = pools;
  }

  /// How the strength of a surface changed, the first first.
  List<Moment> history(String surface) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select at, strength, why from correction where surface = :surface order by at")
                .bind("surface", surface)
                .map((row, _) -> moment(row))
                .list());
  }

  /// The strength that a surface is corrected with now, if it ever was.
  Optional<Moment> last(String surface) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select at, strength, why from correction where surface = :surface"
                        + " order by at desc limit 1")
                .bind("surface", surface)
                .map((row, _) -> moment(row))
                .findOne());
  }

  private static Moment moment(ResultSet row) throws SQLException {
    return new Moment(
        row.getTimestamp("at").toInstant(), row.getDouble("strength"), row.getString("why"));
  }

  /// Notes a new strength, unless another node has noted one since `last`.
  boolean change(String surface, Optional<Moment> last, Moment next) {
    Instant before = last.map(Moment::at).orElse(Instant.EPOCH);
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                    .createUpdate(
                        "insert into correction (surface, at, strength, why) select :surface, :at,"
                            + " :strength, :why where not exists (select from correction where"
                            + " surface = :surface and at > :before) on conflict do nothing")
                    .bind("surface", surface)
                    .bind("at", Timestamp.from(next.at()))
                    .bind("strength", next.strength())
                    .bind("why", next.why())
                    .bind("before", Timestamp.from(before))
                    .execute()
                > 0);
  }

  /// Adds what this node has shown, and answers what all of them have.
  Standing add(String surface, Standing more) {
    return pools.transact(
        Power.OPERATE,
        handle -> {
          more.tallies()
              .forEach((about, tally) -> add(handle, surface, about, more.requests(), tally));
          return standing(handle, surface);
        });
  }

  private static void add(Handle handle, String surface, String about, long lists, Tally tally) {
    handle
        .createUpdate(
            "insert into standing as s (surface, about, lists, exposure, merit) values (:surface,"
                + " :about, :lists, :exposure, :merit) on conflict (surface, about) do update set"
                + " lists = s.lists + excluded.lists, exposure = s.exposure + excluded.exposure,"
                + " merit = s.merit + excluded.merit")
        .bind("surface", surface)
        .bind("about", about)
        .bind("lists", lists)
        .bind("exposure", tally.exposure())
        .bind("merit", tally.merit())
        .execute();
  }

  private static Standing standing(Handle handle, String surface) {
    Map<String, Tally> tallies = new TreeMap<>();
    List<Long> lists =
        handle
            .createQuery(
                "select about, lists, exposure, merit from standing where surface = :surface")
            .bind("surface", surface)
            .map((row, _) -> {
              tallies.put(
                  row.getString("about"),
                  new Tally(row.getDouble("exposure"), row.getDouble("merit")));
              return row.getLong("lists");
            })
            .list();
    return new Standing(
        lists.stream().mapToLong(Long::longValue).max().orElse(0), new TreeMap<>(tallies));
  }

  /// Forgets where the groups stood.
  void clear(String surface) {
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createUpdate("delete from standing where surface = :surface")
                .bind("surface", surface)
                .execute());
  }

  List<Proposal> proposals() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select cause, what, raised, ended from proposal order by raised, cause")
                .map((row, _) ->
                    new Proposal(
                        row.getString("cause"),
                        row.getString("what"),
                        row.getTimestamp("raised").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant)))
                .list());
  }

  /// Proposes once for each cause; what ended and comes back is proposed again.
  void propose(String cause, String what, Instant now) {
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createUpdate(
                    "insert into proposal (cause, what, raised, state) values (:cause, :what, :now,"
                        + " 'open') on conflict (cause) do update set what = excluded.what,"
                        + " raised = excluded.raised, state = 'open', ended = null"
                        + " where proposal.state = 'ended'")
                .bind("cause", cause)
                .bind("what", what)
                .bind("now", Timestamp.from(now))
                .execute());
  }

  void withdraw(String cause, Instant now) {
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createUpdate(
                    "update proposal set state = 'ended', ended = :now where cause = :cause and"
                        + " state = 'open'")
                .bind("cause", cause)
                .bind("now", Timestamp.from(now))
                .execute());
  }
}
