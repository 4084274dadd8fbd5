package org.aboveboard.fairness;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The fewest people that a shown group may have.
///
/// Two is the least that a floor can be: a group of one is a person, and has no spread.
public record Floor(int people) {
  private static final Comparator<Map.Entry<String, Long>> SMALLEST =
      Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());

  public Floor {
    if (people < 2) {
      throw new IllegalArgumentException("a floor is 2 people or more");
    }
  }

  /// The groups that are not shown: those below the floor and, so that a total beside the groups
  /// gives none of them away, the next larger ones until the withheld have as many people together
  /// as the floor asks for.
  public Set<String> withheld(Map<String, Long> peopleByGroup) {
    var withheld = new HashSet<String>();
    long hidden = 0;
    for (var group : fromSmallest(peopleByGroup)) {
      if (group.getValue() >= people && (withheld.isEmpty() || hidden >= people)) {
        break;
      }
      withheld.add(group.getKey());
      hidden += group.getValue();
    }
    return withheld;
  }

  /// The strata that are not shown where totals of the groups are shown beside them: those in which
  /// a group is below the floor, and more until no total less what is shown tells of fewer people
  /// than the floor asks for.
  public Set<String> withheldStrata(Map<String, ? extends Map<String, Long>> peopleByStratum) {
    var withheld = new HashSet<String>();
    for (var stratum : peopleByStratum.entrySet()) {
      if (stratum.getValue().values().stream().anyMatch(count -> count < people)) {
        withheld.add(stratum.getKey());
      }
    }
    var next = next(peopleByStratum, withheld);
    while (next.isPresent()) {
      withheld.add(next.get());
      next = next(peopleByStratum, withheld);
    }
    return withheld;
  }

  private Optional<String> next(
      Map<String, ? extends Map<String, Long>> peopleByStratum, Set<String> withheld) {
    var hidden = new TreeMap<String, Long>();
    peopleByStratum.forEach((stratum, groups) -> {
      if (withheld.contains(stratum)) {
        groups.forEach((group, n) -> hidden.merge(group, n, Long::sum));
      }
    });
    hidden.values().removeIf(count -> count == 0 || count >= people);
    return peopleByStratum.entrySet().stream()
        .filter(stratum -> !withheld.contains(stratum.getKey()))
        .filter(stratum -> hidden.keySet().stream().anyMatch(stratum.getValue()::containsKey))
        .map(stratum ->
            Map.entry(
                stratum.getKey(),
                stratum.getValue().values().stream().mapToLong(Long::longValue).sum()))
        .min(SMALLEST)
        .map(Map.Entry::getKey);
  }

  private static List<Map.Entry<String, Long>> fromSmallest(Map<String, Long> peopleByGroup) {
    return peopleByGroup.entrySet().stream().sorted(SMALLEST).toList();
  }
}
