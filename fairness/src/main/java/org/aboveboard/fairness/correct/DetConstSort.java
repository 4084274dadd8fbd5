package org.aboveboard.fairness.correct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aboveboard.fairness.exposure.Split;

/// DetConstSort (Geyik, Ambler & Kenthapadi 2019): of any number of groups each has ⌊p·k⌋ of the
/// first k places at least, for every k, as far as it has candidates.
///
/// It counts k up. Whenever the minimum of a group grows, the group's next best candidate takes the
/// next free place, and then moves up past items of lower score for as long as none of these falls
/// below the place by which it was called for.
///
/// @param target p, the share that each group should have
public record DetConstSort(Split target) {
  private static final double ROUNDING = 1e-9;

  public DetConstSort {
    if (target.total() == 0) {
      throw new IllegalArgumentException("one group at least has a share");
    }
  }

  /// ⌊p·k⌋: how many of the first k places the group has at least.
  public int minimum(String group, int k) {
    return (int) Math.floor(share(group) * k + ROUNDING);
  }

  /// The first places of the ranking, at most `places`.
  public Reranked rerank(Ranking ranking, int places) {
    var queues = queues(ranking);
    var order = new ArrayList<ByPrefix.Entry>();
    var counts = new HashMap<String, Integer>();
    int size = Math.min(places, ranking.size());
    while (order.size() < size) {
      int k = nextDue(queues, counts);
      for (var next : called(ranking, queues, counts, k)) {
        insert(order, next);
      }
    }
    return ByPrefix.explained(ranking, Rule.DET_CONST_SORT, order.subList(0, size));
  }

  /// The places in the ranking of each group's candidates, best first.
  private static Map<String, List<Integer>> queues(Ranking ranking) {
    var queues = new LinkedHashMap<String, List<Integer>>();
    IntStream.range(0, ranking.size())
        .forEach(
            i -> queues.computeIfAbsent(ranking.get(i).group(), _ -> new ArrayList<>()).add(i));
    return queues;
  }

  /// The next k at which a group that has candidates left must have one more.
  private int nextDue(Map<String, List<Integer>> queues, Map<String, Integer> counts) {
    return queues.entrySet().stream()
        .filter(queue -> count(counts, queue.getKey()) < queue.getValue().size())
        .mapToInt(queue -> due(queue.getKey(), count(counts, queue.getKey()) + 1))
        .min()
        .orElseThrow();
  }

  /// The first k at which the group must have so many; never, for a group without a share.
  private int due(String group, int count) {
    double share = share(group);
    return share == 0
        ? Integer.MAX_VALUE
        : (int) Math.min(Integer.MAX_VALUE, Math.ceil((count - ROUNDING) / share));
  }

  /// Those that are called for at k, best first.
  private List<ByPrefix.Entry> called(
      Ranking ranking, Map<String, List<Integer>> queues, Map<String, Integer> counts, int k) {
    var called = new ArrayList<ByPrefix.Entry>();
    queues.forEach((group, queue) -> {
      int count = count(counts, group);
      if (count < queue.size() && due(group, count + 1) == k) {
        counts.put(group, count + 1);
        int from = queue.get(count);
        called.add(new ByPrefix.Entry(from + 1, ranking.get(from), k, count + 1));
      }
    });
    called.sort(Comparator.comparingInt(ByPrefix.Entry::from));
    return called;
  }

  private static void insert(List<ByPrefix.Entry> order, ByPrefix.Entry next) {
    int at = order.size();
    while (at > 0 && order.get(at - 1).prefix() > at && order.get(at - 1).from() > next.from()) {
      at--;
    }
    order.add(at, next);
  }

  private double share(String group) {
    return target.amount(group) / target.total();
  }

  private static int count(Map<String, Integer> counts, String group) {
    return counts.getOrDefault(group, 0);
  }
}
