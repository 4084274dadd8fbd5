package org.aboveboard.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.aboveboard.fairness.drift.Bins;
import org.aboveboard.fairness.drift.JensenShannon;
import org.aboveboard.fairness.drift.KolmogorovSmirnov;
import org.aboveboard.fairness.drift.PopulationStability;
import org.aboveboard.fairness.loop.Loop;
import org.aboveboard.fairness.loop.Refusals;
import org.aboveboard.fairness.loop.Repetition;
import org.aboveboard.server.monitor.LoopStore.Line;
import org.aboveboard.server.monitor.ShownStore.Caused;
import org.aboveboard.server.monitor.ShownStore.Noes;

/// Puts together the figures of a day of a surface; what is of fewer people than the floor is left
/// out.
final class Day {
  private static final int BINS = 10;

  private final String surface;
  private final LocalDate day;
  private final LoopFigures figures;
  private final List<Line> lines = new ArrayList<>();

  Day(String surface, LocalDate day, LoopFigures figures) {
    this.surface = surface;
    this.day = day;
    this.figures = figures;
  }

  /// How the lists of some people look.
  Day lists(String whose, List<List<Integer>> lists) {
    List<int[]> places = figures.places(lists);
    figures
        .indicators(places, day.toEpochDay())
        .forEach((indicator, figure) -> add(whose, indicator.name(), places.size(), figure));
    return this;
  }

  /// How today's lists differ from those of the days before: described, and no alarm.
  Day drift(List<List<Integer>> before, List<List<Integer>> now) {
    List<int[]> earlier = figures.places(before);
    List<int[]> today = figures.places(now);
    long people = Math.min(earlier.size(), today.size());
    if (people < Watched.SMALLEST) {
      return this;
    }
    Sample then = figures.popularities(earlier);
    Sample at = figures.popularities(today);
    Bins bins = Bins.ofEqualShare(then, BINS);
    PopulationStability stability = PopulationStability.of(bins.count(then), bins.count(at));
    KolmogorovSmirnov distance = KolmogorovSmirnov.of(then, at);
    add("personal", "PSI", people, stability.index());
    add("personal", "PSI_NULL", people, stability.nullThreshold());
    add("personal", "KS", people, distance.distance());
    add("personal", "KS_P", people, distance.p());
    add(
        "personal",
        "JS",
        people,
        JensenShannon.divergence(figures.categories(earlier), figures.categories(today)));
    return this;
  }

  /// How often people were shown the same thing.
  Day repetition(Map<Long, List<Shown>> byPerson) {
    Repetition repetition =
        Repetition.of(
            byPerson.values().stream()
                .map(Day::times)
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .toArray());
    add("personal", "REPEATED_HALF", byPerson.size(), repetition.quantile(0.5));
    add("personal", "REPEATED_95", byPerson.size(), repetition.quantile(0.95));
    return this;
  }

  private static Collection<Long> times(List<Shown> lists) {
    Map<Integer, Long> times = new HashMap<>();
    lists.forEach(list -> list.items().forEach(item -> times.merge(item, 1L, Long::sum)));
    return times.values();
  }

  /// How much of what is learnt from came of our own lists.
  Day caused(Caused caused) {
    add("everybody", "CAUSED", caused.people(), Loop.causedByUs(caused.caused(), caused.all()));
    return this;
  }

  /// What became of the noes: how often somebody was asked again and answered, for each no, and of
  /// how many nothing is kept any more.
  Day noes(Noes noes) {
    long honoured = noes.said() - Math.min(noes.said(), noes.broken());
    Refusals refusals = new Refusals(noes.said(), noes.askedAgain(), honoured);
    add("everybody", "ASKED_AGAIN", noes.people(), refusals.nagging());
    add("everybody", "HONOURED", noes.people(), refusals.honouredShare());
    return this;
  }

  /// The share of lists of which something was chosen.
  Day acted(List<Double> values) {
    Sample each = Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    add("personal", "ACTED", each.size(), each.mean());
    return this;
  }

  private void add(String whose, String figure, long people, Figure value) {
    if (people >= Watched.SMALLEST) {
      value
          .known()
          .ifPresent(known -> lines.add(new Line(surface, day, whose, figure, people, known)));
    }
  }

  List<Line> lines() {
    return lines;
  }
}
