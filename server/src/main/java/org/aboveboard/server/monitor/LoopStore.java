package org.aboveboard.server.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// Figures of a day about what recommending does to what is learnt next.
final class LoopStore {
  private final Pools pools;

  LoopStore(Pools pools) {
    this.pools = pools;
  }

  /// A figure of a day.
  ///
  /// @param people of how many people it is; at least as many as the floor asks for
  record Line(
      String surface, LocalDate day, String whose, String figure, long people, double value) {}

  /// Writes the figures of days; what stands there already stays.
  void add(List<Line> lines) {
    pools.transact(
        Power.AUDIT,
        handle -> {
          for (Line line : lines) {
            handle.execute(
                "insert into loop_figure (surface, day, whose, figure, people, value)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                line.surface(),
                line.day(),
                line.whose(),
                line.figure(),
                line.people(),
                line.value());
          }
          return lines;
        });
  }

  /// The last day of which there are figures of a surface.
  Optional<LocalDate> last(String surface) {
    return pools.use(
        Power.AUDIT,
        handle ->
            handle
                .createQuery("select max(day) from loop_figure where surface = :surface")
                .bind("surface", surface)
                .map((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one());
  }

  /// The figures of a surface since a day, in order.
  List<Line> since(String surface, LocalDate day) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery(
                    "select surface, day, whose, figure, people, value from loop_figure"
                        + " where surface = :surface and day >= :day order by day, whose, figure")
                .bind("surface", surface)
                .bind("day", day)
                .map((row, _) ->
                    new Line(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getDouble(6)))
                .list());
  }
}
