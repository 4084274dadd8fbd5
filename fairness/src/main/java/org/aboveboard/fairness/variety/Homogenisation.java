package org.aboveboard.fairness.variety;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;

/// How alike the lists of different people are: the mean Jaccard index of pairs of people drawn at
/// random (Chaney, Stewart & Engelhardt 2018). 0 is nothing in common, 1 is all the same.
public final class Homogenisation {
  private Homogenisation() {}

  /// @param lists a list for each person
  /// @param pairs how many pairs to draw, each of two different people
  public static Figure of(List<int[]> lists, int pairs, RandomGenerator random) {
    if (pairs < 1) {
      throw new IllegalArgumentException("draw one pair at least");
    }
    var some = lists.stream().filter(list -> list.length > 0).map(Homogenisation::items).toList();
    if (some.size() < 2) {
      return Figure.none(Figure.Why.TOO_FEW);
    }
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int one = random.nextInt(some.size());
      int other = (one + 1 + random.nextInt(some.size() - 1)) % some.size();
      sum += jaccard(some.get(one), some.get(other));
    }
    return Figure.of(sum / pairs);
  }

  private static double jaccard(Set<Integer> one, Set<Integer> other) {
    long common = one.stream().filter(other::contains).count();
    return common / (double) (one.size() + other.size() - common);
  }

  private static Set<Integer> items(int[] list) {
    return IntStream.of(list).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
