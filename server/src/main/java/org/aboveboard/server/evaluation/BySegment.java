package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.GroupMean;
import org.aboveboard.fairness.Sample;
import org.aboveboard.fairness.quality.Quality;
import org.aboveboard.fairness.quality.Strata;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.models.Split;

/// How well the groups of each segment are served: of all, and among people of like activity, since
/// who does much is served better by most models whoever they are.
///
/// Totals and strata are hidden together, so that no small group is their difference.
record BySegment(Matter matter, Floor floor) {
  static final String ALL = "all";
  private static final String LONG = "long history";
  private static final String SHORT = "short history";
  private static final double OF_95_PERCENT = 1.96;

  List<Report.Segment> of(List<Served> people) {
    Map<String, String> strata = strata();
    List<Report.Segment> found = new ArrayList<>();
    matter
        .segments()
        .forEach((segment, said) -> {
          SortedMap<String, Map<String, Sample>> cells = new TreeMap<>();
          for (String stratum : List.of(LONG, SHORT)) {
            cells.put(
                stratum,
                samples(
                    said,
                    people.stream()
                        .filter(one -> stratum.equals(strata.get(one.user())))
                        .toList()));
          }
          found.addAll(of(segment, samples(said, people), cells, people.size()));
        });
    return found;
  }

  private List<Report.Segment> of(
      String segment,
      Map<String, Sample> totals,
      SortedMap<String, Map<String, Sample>> cells,
      int people) {
    Quality whole = Quality.of(totals, floor);
    Strata strata = Strata.of(cells, floor);
    List<Report.Segment> found = new ArrayList<>();
    found.add(told(segment, ALL, coverage(totals, people), totals.size(), whole));
    cells.forEach((stratum, samples) ->
        found.add(
            Optional.ofNullable(strata.shown().get(stratum))
                .map(some -> told(segment, stratum, Optional.empty(), samples.size(), some))
                .orElseGet(() -> hidden(segment, stratum, samples.size()))));
    return found;
  }

  /// How many are in a group at all; not told where that would be a small group's size.
  private Optional<Double> coverage(Map<String, Sample> totals, int people) {
    int told = totals.values().stream().mapToInt(Sample::size).sum();
    return told < floor.people() || (people - told < floor.people() && people != told)
        ? Optional.empty()
        : Optional.of((double) told / people);
  }

  /// The half with the longer told rows, and the other half.
  private Map<String, String> strata() {
    List<Split.Holdout> byLength =
        matter.split().test().stream()
            .sorted(Comparator.comparingInt(one -> one.told().size()))
            .toList();
    Map<String, String> strata = new HashMap<>();
    for (int place = 0; place < byLength.size(); place++) {
      strata.put(byLength.get(place).user(), 2 * place < byLength.size() ? SHORT : LONG);
    }
    return strata;
  }

  private static Map<String, Sample> samples(Map<String, String> said, List<Served> people) {
    Map<String, List<Double>> values = new TreeMap<>();
    people.forEach(one ->
        Optional.ofNullable(said.get(one.user()))
            .ifPresent(group ->
                values
                    .computeIfAbsent(group, _ -> new ArrayList<>())
                    .add(one.figures().ndcg100())));
    Map<String, Sample> samples = new TreeMap<>();
    values.forEach((group, list) ->
        samples.put(group, Sample.of(list.stream().mapToDouble(Double::doubleValue).toArray())));
    return samples;
  }

  private static Report.Segment told(
      String segment, String stratum, Optional<Double> coverage, int groups, Quality quality) {
    List<Report.Group> shown = quality.comparison().shown().stream().map(BySegment::group).toList();
    return new Report.Segment(
        segment, stratum, coverage, shown, groups - shown.size(), Report.Answer.of(quality.gap()));
  }

  private static Report.Segment hidden(String segment, String stratum, int groups) {
    return new Report.Segment(
        segment,
        stratum,
        Optional.empty(),
        List.of(),
        groups,
        Report.Answer.of(Figure.none(Figure.Why.TOO_FEW)));
  }

  private static Report.Group group(GroupMean.Shown mean) {
    return new Report.Group(
        mean.group(),
        mean.people(),
        mean.mean(),
        mean.mean() - OF_95_PERCENT * mean.error(),
        mean.mean() + OF_95_PERCENT * mean.error());
  }
}
