package org.aboveboard.server.monitor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aboveboard.fairness.watch.Interval;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.monitor.Course.Found;
import org.aboveboard.server.monitor.Course.Turned;
import org.aboveboard.server.monitor.Lane.Turn;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// What the monitors know and found. What an epoch brought is written in one transaction with the
/// new state, the alarms and their entries in the journal; whoever comes second with the same epoch
/// writes nothing.
final class MonitorStore {
  private static final String BEGUN = "begun";
  private static final String RAISED = "raised";
  private static final String CLEARED = "cleared";

  private final Pools pools;

  MonitorStore(Pools pools) {
    this.pools = pools;
  }

  /// A monitor by its id, and which declaration of it.
  record Name(String monitor, String declaration) {}

  /// What a monitor knew when its last epoch was closed.
  ///
  /// @param closed the epoch
  /// @param state as text
  record Kept(Name name, Instant begun, long closed, String state) {}

  /// An epoch that was closed, and what is known after it.
  record Step(Name name, long epoch, LocalDate day, String state, Course.Closed closed) {}

  /// What was found of a group in an epoch.
  record Row(long epoch, LocalDate day, Found found) {}

  /// An alarm that was raised.
  record Raised(String stream, String cause, Instant since, Optional<Instant> until) {}

  List<Kept> all() {
    return pools.use(
        Power.AUDIT,
        handle ->
            handle
                .createQuery(
                    "select monitor, declaration, begun, closed, state from monitor_state"
                        + " order by monitor")
                .map((row, _) -> kept(row))
                .list());
  }

  Optional<Kept> find(String monitor) {
    return all().stream().filter(kept -> kept.name().monitor().equals(monitor)).findFirst();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new Name(row.getString(1), row.getString(2)),
        row.getTimestamp(3).toInstant(),
        row.getLong(4),
        row.getString(5));
  }

  /// Begins a monitor, anew where it had another declaration. Its alarms of before end with it.
  void begin(Name name, long closed, String state, Instant now) {
    pools.transact(
        Power.AUDIT,
        handle -> {
          int rows =
              handle.execute(
                  "insert into monitor_state (monitor, declaration, begun, closed, state)"
                      + " values (?, ?, ?, ?, ?::json) on conflict (monitor) do update set"
                      + " declaration = excluded.declaration, begun = excluded.begun,"
                      + " closed = excluded.closed, state = excluded.state"
                      + " where monitor_state.declaration <> excluded.declaration",
                  name.monitor(),
                  name.declaration(),
                  Timestamp.from(now),
                  closed,
                  state);
          if (rows > 0) {
            long index = enter(handle.getConnection(), name, "", BEGUN, closed + 1, now);
            end(handle, name.monitor(), index, now);
          }
          return rows;
        });
  }

  /// Forgets a monitor that is declared no more; its alarms end with it.
  void leave(Kept kept, Instant now) {
    pools.transact(
        Power.AUDIT,
        handle -> {
          int rows =
              handle.execute(
                  "delete from monitor_state where monitor = ? and declaration = ?",
                  kept.name().monitor(),
                  kept.name().declaration());
          if (rows > 0) {
            long index = enter(handle.getConnection(), kept.name(), "", "left", kept.closed(), now);
            end(handle, kept.name().monitor(), index, now);
          }
          return rows;
        });
  }

  private static void end(Handle handle, String monitor, long index, Instant now) {
    handle.execute(
        "update monitor_alarm set until = ?, ended = ? where monitor = ? and until is null",
        Timestamp.from(now),
        index,
        monitor);
  }

  /// Closes an epoch, unless that was done already; says whether it did.
  boolean close(Step step, Instant now) {
    return pools.transact(
        Power.AUDIT,
        handle -> {
          int rows =
              handle.execute(
                  "update monitor_state set closed = ?, state = ?::json"
                      + " where monitor = ? and declaration = ? and closed = ?",
                  step.epoch(),
                  step.state(),
                  step.name().monitor(),
                  step.name().declaration(),
                  step.epoch() - 1);
          if (rows > 0) {
            step.closed().found().forEach(one -> add(handle, step, one));
            for (Turned one : step.closed().turned()) {
              turn(handle, step, one, now);
            }
          }
          return rows > 0;
        });
  }

  private static void add(Handle handle, Step step, Found one) {
    handle.execute(
        "insert into monitor_epoch (monitor, declaration, epoch, day, stream, people, mean,"
            + " expected, so_far, low, high) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        step.name().monitor(),
        step.name().declaration(),
        step.epoch(),
        step.day(),
        one.group(),
        one.people(),
        one.mean(),
        one.expected(),
        one.soFar(),
        one.likely().low(),
        one.likely().high());
  }

  private static void turn(Handle handle, Step step, Turned one, Instant now) throws SQLException {
    Connection connection = handle.getConnection();
    switch (one.turn()) {
      case Turn.Raised(Lane.By by) -> {
        long index = enter(connection, step.name(), one.stream(), RAISED, step.epoch(), now);
        handle.execute(
            "insert into monitor_alarm (index, monitor, declaration, stream, cause, since)"
                + " values (?, ?, ?, ?, ?, ?)",
            index,
            step.name().monitor(),
            step.name().declaration(),
            one.stream(),
            by.name(),
            Timestamp.from(now));
      }
      case Turn.Cleared _ -> {
        long index = enter(connection, step.name(), one.stream(), CLEARED, step.epoch(), now);
        handle.execute(
            "update monitor_alarm set until = ?, ended = ? where monitor = ? and declaration = ?"
                + " and stream = ? and until is null",
            Timestamp.from(now),
            index,
            step.name().monitor(),
            step.name().declaration(),
            one.stream());
      }
    }
  }

  /// Writes an entry about nobody into the journal, and gives its index.
  private static long enter(
      Connection connection, Name name, String stream, String state, long epoch, Instant now)
      throws SQLException {
    Canonical body =
        Canonical.empty()
            .with("kind", Kind.MONITOR.word())
            .with("monitor", name.monitor())
            .with("declaration", name.declaration())
            .with("stream", stream)
            .with("state", state)
            .with("epoch", epoch);
    long index = Head.lock(connection);
    Head.append(connection, now, List.of(Mark.of(Kind.MONITOR, body)), index);
    return index;
  }

  /// What was found of a monitor as it is declared, the latest epochs, in order.
  List<Row> found(Name name, int epochs) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select epoch, day, stream, people, mean, expected, so_far, low, high from"
                        + " monitor_epoch where monitor = :monitor and declaration = :declaration"
                        + " and epoch > (select coalesce(max(epoch), 0) - :epochs from"
                        + " monitor_epoch where monitor = :monitor"
                        + " and declaration = :declaration) order by epoch, stream")
                .bind("monitor", name.monitor())
                .bind("declaration", name.declaration())
                .bind("epochs", epochs)
                .map((row, _) -> row(row))
                .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getObject(2, LocalDate.class),
        new Found(
            row.getString(3),
            row.getLong(4),
            row.getDouble(5),
            row.getDouble(6),
            row.getDouble(7),
            new Interval(row.getDouble(8), row.getDouble(9))));
  }

  /// The alarms of a monitor, the latest first.
  List<Raised> alarms(String monitor, int most) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select stream, cause, since, until from monitor_alarm"
                        + " where monitor = :monitor order by index desc limit :most")
                .bind("monitor", monitor)
                .bind("most", most)
                .map((row, _) ->
                    new Raised(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant)))
                .list());
  }
}
