package org.aboveboard.server.operate;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// Counts for staff; no row of a person is read.
@Singleton
final class OperateStore {
  private final Pools pools;

  OperateStore(Pools pools) {
    this.pools = pools;
  }

  /// A run of retention: when it was, and how many rows it deleted.
  record LastRun(Instant at, long rows) {}

  Optional<LastRun> lastRun() {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select at, events + quarantined + volunteered + recommendations + subjects from"
                        + " retention_run order by index desc limit 1")
                .map((row, _) -> new LastRun(row.getTimestamp(1).toInstant(), row.getLong(2)))
                .findOne());
  }

  /// How many erasures stand in each state.
  Map<String, Long> erasures() {
    return counts(
        "select state, count(*) from erasure where asked >= ? group by state", Instant.EPOCH);
  }

  /// How many entries of each kind the journal got since then.
  Map<String, Long> entriesSince(Instant since) {
    return counts("select kind, count(*) from journal where at >= ? group by kind", since);
  }

  /// How many answers were recorded since then, as far as their seconds are in the journal.
  long answersSince(Instant since) {
    return counts(
            "select 'answers', coalesce(sum(d.count), 0) from decisions d join journal j using (index)"
                + " where j.at >= ?",
            since)
        .getOrDefault("answers", 0L);
  }

  /// Whether the store answers.
  boolean answers() {
    return pools.use(
        Power.OPERATE, handle -> handle.createQuery("select true").mapTo(Boolean.class).one());
  }

  private Map<String, Long> counts(String query, Instant since) {
    Map<String, Long> counts = new HashMap<>();
    pools.use(
        Power.OPERATE,
        handle -> {
          handle
              .select(query, Timestamp.from(since))
              .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
              .forEach(count -> counts.put(count.getKey(), count.getValue()));
          return counts;
        });
    return counts;
  }
}
