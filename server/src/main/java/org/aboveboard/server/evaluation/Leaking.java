package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;
import org.aboveboard.models.leak.Attacker;
import org.aboveboard.models.leak.AttributeLeak;

/// How well lists give away of which group somebody is, by their length.
record Leaking(Matter matter, int smallest, RandomGenerator random) {

  /// The most that the first `length` give away of any group beyond popular items.
  Optional<Double> worst(Ranker ranker, int length) {
    return of(ranker, List.of(length)).stream()
        .map(Report.Leak::excess)
        .max(Comparator.naturalOrder());
  }

  List<Report.Leak> of(Ranker ranker, List<Integer> lengths) {
    List<Report.Leak> found = new ArrayList<>();
    matter
        .segments()
        .forEach((segment, said) ->
            largest(said)
                .ifPresent(group -> found.addAll(of(ranker, lengths, segment, group, said))));
    return found;
  }

  /// The group that is nearest to a half, where attackers have it hardest to be right by chance;
  /// none if it or the rest is too small to be shown.
  private Optional<String> largest(Map<String, String> said) {
    Map<String, Long> sizes = new TreeMap<>();
    people(said).forEach(person -> sizes.merge(said.getOrDefault(person, ""), 1L, Long::sum));
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    return sizes.entrySet().stream()
        .filter(size -> Math.min(size.getValue(), all - size.getValue()) >= smallest)
        .min(
            Comparator.comparingLong(
                (Map.Entry<String, Long> size) -> Math.abs(2 * size.getValue() - all)))
        .map(Map.Entry::getKey);
  }

  private List<String> people(Map<String, String> said) {
    return matter.split().trained().stream().filter(said::containsKey).toList();
  }

  private List<Report.Leak> of(
      Ranker ranker,
      List<Integer> lengths,
      String segment,
      String group,
      Map<String, String> said) {
    List<Row> rows = new ArrayList<>();
    List<Boolean> is = new ArrayList<>();
    for (int i = 0; i < matter.split().trained().size(); i++) {
      Optional<String> told = Optional.ofNullable(said.get(matter.split().trained().get(i)));
      Row row = matter.split().rows().get(i);
      if (told.isPresent() && row.size() > 0) {
        rows.add(row);
        is.add(told.get().equals(group));
      }
    }
    boolean[] has = new boolean[is.size()];
    for (int i = 0; i < has.length; i++) {
      has[i] = is.get(i);
    }
    return lengths.stream()
        .map(k -> {
          var leak = AttributeLeak.of(ranker, rows, has, k, Attacker.usual(), random);
          return new Report.Leak(
              segment, group, k, leak.lists().auc(), leak.baseline().auc(), leak.excess());
        })
        .toList();
  }
}
