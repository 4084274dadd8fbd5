package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.aboveboard.fairness.calibration.Calibration;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.models.Split.Holdout;

/// Which categories people's histories and their lists are made of.
///
/// @param items the numbers of the items, ascending
record CategoryMix(ItemGroups categories, List<Integer> items) {
  CategoryMix {
    items = List.copyOf(items);
  }

  /// The mean over people of how far the mix of their list is from that of their history.
  ///
  /// @param lists their lists, in the order of the people, as places among the items
  Figure calibration(List<Holdout> people, List<int[]> lists) {
    List<Double> each = new ArrayList<>();
    for (int k = 0; k < people.size(); k++) {
      int[] told =
          people.get(k).told().stream()
              .map(item -> Collections.binarySearch(items, item))
              .toArray();
      if (told.length > 0 && lists.get(k).length > 0) {
        Calibration.STECK
            .kl(mix(told), mix(lists.get(k)))
            .known()
            .ifPresent(divergence -> each.add(divergence));
      }
    }
    return Sample.of(each.stream().mapToDouble(Double::doubleValue).toArray()).mean();
  }

  private double[] mix(int... places) {
    double[] even = IntStream.range(0, places.length).mapToDouble(_ -> 1).toArray();
    return Calibration.mix(even, Arrays.stream(places).mapToObj(this::shares).toList());
  }

  private double[] shares(int item) {
    double[] shares = new double[categories.names().size()];
    shares[categories.names().indexOf(categories.of(item))] = 1;
    return shares;
  }
}
