package org.aboveboard.fairness.exposure;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Splits the catalogue by popularity: the head are the most popular items that together have the
/// first share of all interactions, the tail the least popular ones that have the last, and the
/// rest is in the middle (Abdollahpouri et al. 2019, who take a fifth each).
///
/// @param head the share of interactions that the head has
/// @param tail the share of interactions that the tail has
public record PopularityTiers(double head, double tail) {
  public static final PopularityTiers FIFTHS = new PopularityTiers(.2, .2);

  public PopularityTiers {
    if (!(head > 0 && tail > 0 && head + tail < 1)) {
      throw new IllegalArgumentException("head and tail are shares that leave a middle");
    }
  }

  /// The group `head`, `mid` or `tail` of every item. The item on a border is of the higher one.
  public ItemGroups of(long... popularity) {
    if (!LongStream.of(popularity).allMatch(count -> count >= 0)) {
      throw new IllegalArgumentException("popularity is 0 or more");
    }
    var byPopularity =
        IntStream.range(0, popularity.length)
            .boxed()
            .sorted((a, b) -> Long.compare(popularity[b], popularity[a]))
            .toList();
    double total = LongStream.of(popularity).sum();
    var groups = new String[popularity.length];
    double before = 0;
    for (int item : byPopularity) {
      groups[item] = before < head * total ? "head" : before < (1 - tail) * total ? "mid" : "tail";
      before += popularity[item];
    }
    return ItemGroups.of(Arrays.asList(groups));
  }
}
