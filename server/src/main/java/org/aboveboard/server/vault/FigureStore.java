package org.aboveboard.server.vault;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// What was published of the volunteers, and what it cost: written before anybody sees it, so that
/// a stop gives nothing back.
final class FigureStore {
  private final Pools pools;
  private final InstantSource clock;

  FigureStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /// What a quarter has spent so far, and how many people were said to be known.
  record Begun(BigDecimal spent, long people) {}

  /// What is to be published.
  ///
  /// @param counts by the id of the answer; nothing where it is not shown
  /// @param spent by the quarter, this with it
  record Drawn(Map<String, OptionalLong> counts, long people, BigDecimal spent) {
    Drawn {
      counts = Map.copyOf(counts);
    }
  }

  /// Publishes what is drawn, unless the quarter's figure is out already; nothing if the budget
  /// does not bear it. Under the journal's lock: two nodes draw one figure between them.
  Optional<Figure> publish(
      Quarter quarter,
      Segment segment,
      short number,
      Function<Optional<Begun>, Optional<Drawn>> draw) {
    return pools.transact(
        Power.VAULT,
        handle -> {
          long index = Head.lock(handle.getConnection());
          Optional<Figure> out =
              latest(handle, segment, number)
                  .filter(figure -> figure.quarter().equals(quarter.toString()));
          Optional<Drawn> drawn =
              out.isPresent() ? Optional.empty() : draw.apply(begun(handle, quarter));
          if (drawn.isPresent()) {
            write(handle, quarter, segment, number, drawn.get(), index);
            return latest(handle, segment, number);
          }
          return out;
        });
  }

  private static Optional<Begun> begun(Handle handle, Quarter quarter) {
    return handle
        .createQuery("select spent, people from vault.budget where quarter = :quarter")
        .bind("quarter", quarter.toString())
        .map((row, _) -> new Begun(row.getBigDecimal(1), row.getLong(2)))
        .findOne();
  }

  private void write(
      Handle handle, Quarter quarter, Segment segment, short number, Drawn drawn, long index)
      throws SQLException {
    Instant now = clock.instant();
    handle.execute(
        "insert into vault.budget (quarter, epsilon, spent, people) values (?, ?, ?, ?)"
            + " on conflict (quarter) do update set spent = excluded.spent",
        quarter.toString(),
        Figures.EPSILON,
        drawn.spent(),
        drawn.people());
    for (var count : drawn.counts().entrySet()) {
      try (var insert =
          handle
              .getConnection()
              .prepareStatement(
                  "insert into vault.figure (quarter, segment, answer, count, smallest, index, at)"
                      + " values (?, ?, ?, ?, ?, ?, ?)")) {
        insert.setString(1, quarter.toString());
        insert.setShort(2, number);
        insert.setString(3, count.getKey());
        if (count.getValue().isPresent()) {
          insert.setLong(4, count.getValue().getAsLong());
        } else {
          insert.setNull(4, Types.BIGINT);
        }
        insert.setInt(5, segment.smallest());
        insert.setLong(6, index);
        insert.setTimestamp(7, Timestamp.from(now));
        insert.executeUpdate();
      }
    }
    Canonical body =
        Canonical.empty()
            .with("kind", Kind.FIGURES.word())
            .with("quarter", quarter.toString())
            .with("segment", segment.id())
            .with("epsilon", Figures.EPSILON.toPlainString())
            .with("spent", drawn.spent().toPlainString());
    Head.append(handle.getConnection(), now, List.of(Mark.of(Kind.FIGURES, body)), index);
  }

  /// What was published last of a segment.
  Optional<Figure> find(Segment segment, short number) {
    return pools.use(Power.VAULT, handle -> latest(handle, segment, number));
  }

  private static Optional<Figure> latest(Handle handle, Segment segment, short number) {
    List<Row> rows =
        handle
            .createQuery(
                "select f.quarter, f.answer, f.count, f.smallest, f.index, f.at, b.people"
                    + " from vault.figure f join vault.budget b using (quarter)"
                    + " where f.segment = :segment and f.index ="
                    + " (select max(index) from vault.figure where segment = :segment)")
            .bind("segment", number)
            .map((row, _) -> Row.of(row))
            .list();
    return rows.stream().findFirst().map(first -> figure(segment, first, rows));
  }

  /// In the order in which the answers are declared; those of then that are no more come last.
  private static Figure figure(Segment segment, Row first, List<Row> rows) {
    Map<String, OptionalLong> found = new HashMap<>();
    rows.forEach(row -> found.put(row.answer(), row.count()));
    Map<String, OptionalLong> counts = new LinkedHashMap<>();
    segment.answers().keySet().stream()
        .filter(found::containsKey)
        .forEach(answer -> counts.put(answer, found.getOrDefault(answer, OptionalLong.empty())));
    found.forEach(counts::putIfAbsent);
    return new Figure(
        first.quarter(),
        segment.id(),
        counts,
        first.people(),
        first.smallest(),
        first.index(),
        first.at());
  }

  private record Row(
      String quarter,
      String answer,
      OptionalLong count,
      int smallest,
      long index,
      Instant at,
      long people) {
    static Row of(ResultSet row) throws SQLException {
      long count = row.getLong("count");
      // asked at once: it is about the column that was read last
      boolean isShown = !row.wasNull();
      return new Row(
          row.getString("quarter"),
          row.getString("answer"),
          isShown ? OptionalLong.of(count) : OptionalLong.empty(),
          row.getInt("smallest"),
          row.getLong("index"),
          row.getTimestamp("at").toInstant(),
          row.getLong("people"));
    }
  }
}
