package org.aboveboard.fairness.quality;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.Sample;

/// Quality inside each stratum, such as a level of activity: active people are served better by
/// most models, so a gap between groups is read beside the gaps among the equally active.
///
/// A stratum is shown whole or not at all, so that its parts and the groups' totals together give
/// nobody away.
///
/// @param shown the strata in which every group is large enough
/// @param withheld the names of the others
public record Strata(NavigableMap<String, Quality> shown, Set<String> withheld) {
  public Strata {
    shown = Collections.unmodifiableNavigableMap(new TreeMap<>(shown));
    withheld = Set.copyOf(withheld);
  }

  public static Strata of(Map<String, ? extends Map<String, Sample>> byStratum, Floor floor) {
    var withheldGroups = floor.withheld(totals(byStratum));
    var people = new TreeMap<String, Map<String, Long>>();
    byStratum.forEach((stratum, samples) -> people.put(stratum, people(samples, withheldGroups)));
    var withheld = floor.withheldStrata(people);
    var shown = new TreeMap<String, Quality>();
    byStratum.forEach((stratum, samples) -> {
      if (!withheld.contains(stratum)) {
        var kept = new TreeMap<>(samples);
        kept.keySet().removeAll(withheldGroups);
        shown.put(stratum, Quality.of(kept, floor));
      }
    });
    return new Strata(shown, withheld);
  }

  /// What the measure says in each stratum that is shown.
  public NavigableMap<String, Figure> each(Function<Quality, Figure> measure) {
    var figures = new TreeMap<String, Figure>();
    shown.forEach((stratum, quality) -> figures.put(stratum, measure.apply(quality)));
    return figures;
  }

  private static Map<String, Long> totals(Map<String, ? extends Map<String, Sample>> byStratum) {
    var totals = new TreeMap<String, Long>();
    byStratum
        .values()
        .forEach(samples ->
            people(samples, Set.of()).forEach((group, n) -> totals.merge(group, n, Long::sum)));
    return totals;
  }

  private static Map<String, Long> people(Map<String, Sample> samples, Set<String> without) {
    var people = new TreeMap<String, Long>();
    samples.forEach((group, sample) -> people.put(group, (long) sample.size()));
    people.keySet().removeAll(without);
    return people;
  }
}
