package org.aboveboard.server.monitor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.declaration.PopulationShelf;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// What was shown and what followed, of everybody who agreed that it is measured.
final class ShownStore {
  /// Who agreed as of the grant's index; `x` is the row. It is asked once for all rows.
  private static final String AGREED =
      "(:unasked or x.subject in (select a.subject from agreed a where"
          + " a.purpose = :purpose and a.declared = :declared and a.index <= :index"
          + " and (a.until is null or a.until > :now) and (:demonstration or a.evidence <> '"
          + Evidence.DEMONSTRATION
          + "')))";

  /// Which acts count.
  private static final String ACTS =
      "x.signal = any(:signals) and x.item is not null and :purpose = any(x.purposes)"
          + " and x.expires > :today and x.kept > :since and (:unasked or"
          + " ((x.subject, x.signal) not in (select o.subject, o.signal from switched_off o)"
          + " and (x.subject not in (select s.subject from shortened s where s.purpose = :purpose)"
          + " or not exists (select from shortened s where s.subject = x.subject"
          + " and s.purpose = :purpose and x.kept + s.keep <= :today))))";

  /// Lists, of those who agreed, at a surface from one day to before another.
  private static final String LISTS =
      "x.surface = :surface and x.purpose = :purpose and x.subject is not null"
          + " and x.day >= :from and x.day < :to and x.expires > :today and "
          + AGREED;

  private final Jdbi audit;
  private final Seen seen;
  private final InstantSource clock;

  ShownStore(Pools pools, Seen seen, InstantSource clock) {
    this.audit = pools.as(Power.AUDIT);
    this.seen = seen;
    this.clock = clock;
  }

  /// Reads several things as they were at one moment.
  <T> T look(Function<Look, T> reading) {
    return audit.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> reading.apply(new Look(handle)));
  }

  /// Which lists.
  enum Which {
    /// What was made for the person who saw it.
    PERSONAL("x.level not in ('NONE', 'CONTEXT') and x.arm <> 'holdout'"),
    /// What those got who are held out for comparison.
    HOLDOUT("x.arm = 'holdout'");

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }
  }

  /// The lists of a surface from one day to before another.
  ///
  /// @param closes how long after its day something done with a list counts
  /// @param isFollowed whether it is of interest what was done with them
  record Window(
      Surface surface,
      LocalDate from,
      LocalDate to,
      Period closes,
      boolean isFollowed,
      Which which) {}

  /// Acts, and those of them that our own lists may have caused.
  ///
  /// @param people at least so many people did them
  record Caused(long caused, long all, long people) {
    static final Caused NOTHING = new Caused(0, 0, 0);

    Caused and(Caused other) {
      return new Caused(caused + other.caused, all + other.all, Math.max(people, other.people));
    }
  }

  /// How often somebody said no, how often somebody who had was asked again and answered, and of
  /// how many noes that hold something is still kept for what was refused.
  ///
  /// @param people how many people said one
  record Noes(long said, long askedAgain, long broken, long people) {}

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

    /// The index of the policy's version in force.
    long version() {
      return handle
          .createQuery("select coalesce(max(index), 0) from policy_version")
          .mapTo(Long.class)
          .one();
    }

    /// The lists in the order in which they were shown.
    List<Shown> shown(InForce inForce, Grant grant, Window window) {
      require(grant);
      return bound(handle.createQuery(lists(window.which())), inForce, grant)
          .bind("surface", inForce.number(window.surface()))
          .bind("from", window.from())
          .bind("to", window.to())
          .bind("closes", days(window))
          .bind("followed", window.isFollowed())
          .map((row, _) -> list(row))
          .list();
    }

    /// How many people did something with each item before a day.
    Map<Integer, Long> used(InForce inForce, Grant grant, LocalDate before) {
      require(grant);
      Map<Integer, Long> used = new HashMap<>();
      bound(
              handle.createQuery(
                  "select x.item, count(distinct x.subject) from event x where "
                      + ACTS
                      + " and "
                      + AGREED
                      + " and x.day < :before group by x.item"),
              inForce,
              grant)
          .bind("before", before)
          .map((row, _) -> used.merge(row.getInt(1), row.getLong(2), Long::sum))
          .list();
      return used;
    }

    /// How many acts of a day there were and of how many people, and how many were on something
    /// that their person had been shown at a surface that day or before.
    Caused caused(InForce inForce, Grant grant, Surface surface, LocalDate day) {
      require(grant);
      return bound(
              handle.createQuery(
                  "select count(*), count(distinct x.subject), count(*) filter (where exists (select from recommendation r"
                      + " where r.subject = x.subject and x.item = any(r.items)"
                      + " and r.surface = :surface and r.day <= x.day)) from event x where "
                      + ACTS
                      + " and "
                      + AGREED
                      + " and x.day = :day"),
              inForce,
              grant)
          .bind("day", day)
          .bind("surface", inForce.number(surface))
          .map((row, _) -> new Caused(row.getLong(3), row.getLong(1), row.getLong(2)))
          .one();
    }

    /// What those saw of whom nothing is known, or who are held out without a name.
    List<List<Integer>> unnamed(short surface, LocalDate day, Which which) {
      return handle
          .createQuery(
              "select x.items from recommendation x where x.subject is null"
                  + " and x.surface = :surface and x.day = :day and "
                  + (which == Which.HOLDOUT ? Which.HOLDOUT.condition : "x.arm <> 'holdout'"))
          .bind("surface", surface)
          .bind("day", day)
          .map((row, _) -> List.of((Integer[]) row.getArray(1).getArray()))
          .list();
    }

    /// What became of the noes that people said up to now.
    Noes noes() {
      return handle
          .createQuery(
              "select count(*) filter (where kind in ('REFUSED', 'WITHDRAWN')), count(*) filter"
                  + " (where evidence = 'PROMPT' and before in ('REFUSED', 'WITHDRAWN')), (select"
                  + " count(*) from last_word w where w.kind in ('REFUSED', 'WITHDRAWN') and exists"
                  + " (select from event e where e.subject = w.subject"
                  + " and w.purpose = any(e.purposes))), count(distinct subject) filter (where kind in"
                  + " ('REFUSED', 'WITHDRAWN')) from"
                  + " (select subject, kind, evidence, lag(kind) over (partition by subject, purpose order"
                  + " by index) as before from consent where part = 'purpose'"
                  + " and kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')) said")
          .map((row, _) -> new Noes(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
          .one();
    }

    private void require(Grant grant) {
      grant.require(Use.AUDIT, clock.instant());
      seen.read(grant);
    }
  }

  private static String lists(Which which) {
    return "select l.number, l.subject, l.items, (:followed and exists (select from event x where"
        + " x.subject = l.subject and x.item = any(l.items) and x.day >= l.day"
        + " and x.day <= l.day + :closes and "
        + ACTS
        + ")) from (select * from (select number, subject, surface, purpose, day, expires, level,"
        + " arm, items from recommendation) x where "
        + LISTS
        + " and "
        + which.condition
        + ") l order by l.number";
  }

  private static int days(Window window) {
    LocalDate from = window.from();
    return Math.toIntExact(from.plus(window.closes()).toEpochDay() - from.toEpochDay());
  }

  private static Shown list(ResultSet row) throws SQLException {
    return new Shown(
        row.getLong(1),
        row.getLong(2),
        List.of((Integer[]) row.getArray(3).getArray()),
        row.getBoolean(4));
  }

  private Query bound(Query query, InForce inForce, Grant grant) {
    return new PopulationShelf(inForce, grant, clock.instant())
        .bind(query, grant.obligations().keep().events());
  }
}
