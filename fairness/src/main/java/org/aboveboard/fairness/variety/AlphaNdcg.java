package org.aboveboard.fairness.variety;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.PositionWeights;

/// α-nDCG: gain that shrinks each time a topic comes again, over the best that could be had (Clarke
/// et al. 2008). An item of a topic that stood c times before adds (1 − α)^c. The best order is
/// built greedily, as the exact one is not to be had in reasonable time.
///
/// @param alpha how likely a reader has had enough of a topic after one item; the usual is .5
public record AlphaNdcg(double alpha) {
  public static final AlphaNdcg HALF = new AlphaNdcg(.5);

  public AlphaNdcg {
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha lies from 0 to below 1, such as .5");
    }
  }

  /// @param list the topics of the items of the list, best first; none for what is not relevant
  /// @param pool the topics of all relevant items that could have been listed
  /// @param topics how many topics there are
  public Figure of(List<int[]> list, List<int[]> pool, int topics) {
    if (!Stream.concat(list.stream(), pool.stream())
        .flatMapToInt(IntStream::of)
        .allMatch(topic -> topic >= 0 && topic < topics)) {
      throw new IllegalArgumentException("topics are numbered from 0 to " + (topics - 1));
    }
    double best = dcg(best(pool, list.size(), topics), topics);
    return Figure.ratio(dcg(list, topics), best);
  }

  private double dcg(List<int[]> list, int topics) {
    var times = new int[topics];
    double sum = 0;
    for (int r = 0; r < list.size(); r++) {
      sum += gain(list.get(r), times) * PositionWeights.log().at(r + 1);
      IntStream.of(list.get(r)).forEach(topic -> times[topic]++);
    }
    return sum;
  }

  private List<int[]> best(List<int[]> pool, int k, int topics) {
    var left = new ArrayList<>(pool);
    var best = new ArrayList<int[]>();
    var times = new int[topics];
    while (best.size() < k && !left.isEmpty()) {
      int next = 0;
      for (int i = 1; i < left.size(); i++) {
        next = gain(left.get(i), times) > gain(left.get(next), times) ? i : next;
      }
      var item = left.remove(next);
      IntStream.of(item).forEach(topic -> times[topic]++);
      best.add(item);
    }
    return List.copyOf(best);
  }

  private double gain(int[] item, int[] times) {
    return IntStream.of(item).mapToDouble(topic -> Math.pow(1 - alpha, times[topic])).sum();
  }
}
