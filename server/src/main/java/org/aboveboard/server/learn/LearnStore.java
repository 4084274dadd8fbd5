package org.aboveboard.server.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.declaration.PopulationShelf;
import org.aboveboard.server.learn.Learnable.Cell;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The numbers that may train, of everybody who agreed to it as of an index of the journal.
final class LearnStore {
  /// Which events count: the consents are joined here, in the database, at the grant's index.
  private static final String ALLOWED =
      " e.signal = any(:signals) and e.item is not null and :purpose = any(e.purposes)"
          + " and e.expires > :today and e.kept > :since and (:unasked or (exists (select from"
          + " agreed a where a.subject = e.subject and a.purpose = :purpose"
          + " and a.declared = :declared and a.index <= :index"
          + " and (a.until is null or a.until > :now) and (:demonstration or a.evidence <> '"
          + Evidence.DEMONSTRATION
          + "')) and not exists (select from switched_off o where o.subject = e.subject"
          + " and o.signal = e.signal) and not exists (select from shortened s where"
          + " s.subject = e.subject and s.purpose = :purpose and e.kept + s.keep <= :today)))";

  private final Jdbi learn;
  private final Seen seen;
  private final InstantSource clock;

  LearnStore(Pools pools, Seen seen, InstantSource clock) {
    this.learn = pools.as(Power.LEARN);
    this.seen = seen;
    this.clock = clock;
  }

  /// Reads several things as they were at one moment.
  <T> T look(Function<Look, T> reading) {
    return learn.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> reading.apply(new Look(handle)));
  }

  /// One moment's picture of the store.
  final class Look {
    private final Handle handle;

    private Look(Handle handle) {
      this.handle = handle;
    }

    /// The last index of the journal.
    long last() {
      return handle.createQuery("select next - 1 from journal_head").mapTo(Long.class).one();
    }

    /// The subjects whose rows changed after an index of the journal.
    List<Long> touched(long after) {
      return handle
          .createQuery("select subject from touched where index > :after order by subject")
          .bind("after", after)
          .mapTo(Long.class)
          .list();
    }

    /// Everybody's rows, or these subjects'; whoever may not train is not among them.
    ///
    /// @param signals which of what may train is of interest
    List<Learnable> rows(
        InForce inForce, Grant grant, Optional<List<Long>> subjects, Predicate<Signal> signals) {
      grant.require(Use.TRAIN, clock.instant());
      seen.read(grant);
      return LearnStore.this.rows(handle, inForce, grant, subjects, signals);
    }

    /// The index of the policy's version in force.
    long version() {
      return handle
          .createQuery("select coalesce(max(index), 0) from policy_version")
          .mapTo(Long.class)
          .one();
    }
  }

  private List<Learnable> rows(
      Handle handle,
      InForce inForce,
      Grant grant,
      Optional<List<Long>> subjects,
      Predicate<Signal> signals) {
    String these = subjects.isPresent() ? " and e.subject = any(:subjects)" : "";
    Query query =
        bound(
            handle.createQuery(
                "select e.subject, e.item, e.signal, max(e.day) from event e where"
                    + ALLOWED
                    + these
                    + " group by e.subject, e.item, e.signal order by e.subject, e.item"),
            inForce,
            grant);
    subjects.ifPresent(some -> query.bindArray("subjects", Long.class, some));
    Gather gather =
        new Gather(signal -> inForce.signal(signal).filter(signals).map(Signal::weight).orElse(0));
    query.map((row, _) -> gather.add(row)).forEach(_ -> {});
    return gather.rows();
  }

  private Query bound(Query query, InForce inForce, Grant grant) {
    return new PopulationShelf(inForce, grant, clock.instant())
        .bind(query, grant.obligations().keep().model());
  }

  /// Gathers sorted cells into rows; an item's weight is that of the strongest thing done with it.
  private static final class Gather {
    private final ToIntFunction<Short> weight;
    private final List<Learnable> rows = new ArrayList<>();
    private final TreeMap<Integer, Cell> cells = new TreeMap<>();
    private Optional<Long> subject = Optional.empty();

    Gather(ToIntFunction<Short> weight) {
      this.weight = weight;
    }

    boolean add(ResultSet cell) throws SQLException {
      long owner = cell.getLong(1);
      if (subject.isEmpty() || subject.get() != owner) {
        close();
        subject = Optional.of(owner);
      }
      int day = Math.toIntExact(cell.getObject(4, LocalDate.class).toEpochDay());
      int weighs = weight.applyAsInt(cell.getShort(3));
      if (weighs > 0) {
        cells.merge(cell.getInt(2), new Cell(weighs, day), Cell::and);
      }
      return true;
    }

    List<Learnable> rows() {
      close();
      return rows;
    }

    private void close() {
      subject.ifPresent(owner -> rows.add(Learnable.of(owner, cells)));
      cells.clear();
    }
  }
}
