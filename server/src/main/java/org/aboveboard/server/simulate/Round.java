package org.aboveboard.server.simulate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one round came to.
///
/// @param round counted from 1
/// @param exposure per group of providers, its share of the attention against its part of the
///   catalogue: 1 is as much as it has on the shelves
/// @param unfairness how far the groups are apart in that, over all rounds until now
/// @param utility how much good what was shown does people, by place; only the simulation knows
/// @param accuracy the same against the best list for each person, as NDCG
/// @param utilityOf the same per part of town
/// @param gini how unevenly items are shown; 0 is evenly
/// @param coverage the share of the catalogue that anybody was shown
/// @param popularity of how many people had done something with what is shown, on average
/// @param entropy the spread of the attention over items, in bits
/// @param alike how much of two people's lists is the same, on average
/// @param personal the share of lists that were personal
/// @param taken the share of lists that something was taken from
/// @param pushed the share of lists that hold the item which is pushed
/// @param alarms how many are open
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Round(
    int round,
    SortedMap<String, Double> exposure,
    double unfairness,
    double utility,
    double accuracy,
    SortedMap<String, Double> utilityOf,
    double gini,
    double coverage,
    double popularity,
    double entropy,
    double alike,
    double personal,
    double taken,
    Optional<Double> pushed,
    int alarms) {
  public Round {
    exposure = sorted(exposure);
    utilityOf = sorted(utilityOf);
  }

  private static SortedMap<String, Double> sorted(Map<String, Double> values) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
