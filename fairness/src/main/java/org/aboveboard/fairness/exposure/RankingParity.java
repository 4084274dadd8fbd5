package org.aboveboard.fairness.exposure;

import java.util.Arrays;
import java.util.Map;
import org.aboveboard.fairness.Figure;

/// How unevenly groups of items make it into the first k places (Zhu, Wang & Caverlee 2020): the
/// standard deviation over the mean of the groups' probabilities. 0 is even. With the groups head,
/// mid and tail of [PopularityTiers] these are PopRSP and PopREO.
public final class RankingParity {
  private RankingParity() {}

  /// How often items of a group could have made it, and how often they did.
  public record Chances(long made, long possible) {
    public Chances {
      if (made < 0 || made > possible) {
        throw new IllegalArgumentException("made is from 0 to possible");
      }
    }
  }

  /// RSP@k, ranking-based statistical parity: possible are all items that a person does not know
  /// yet, over all people.
  public static Figure rsp(Map<String, Chances> groups) {
    return spread(groups);
  }

  /// REO@k, ranking-based equal opportunity: possible are those of them that the person turns out
  /// to like.
  public static Figure reo(Map<String, Chances> relevant) {
    return spread(relevant);
  }

  private static Figure spread(Map<String, Chances> groups) {
    if (groups.size() < 2) {
      return Figure.none(Figure.Why.ONE_GROUP);
    }
    if (groups.values().stream().anyMatch(group -> group.possible == 0)) {
      return Figure.none(Figure.Why.SHARE_OF_NOTHING);
    }
    var rates =
        groups.values().stream()
            .mapToDouble(group -> group.made / (double) group.possible)
            .sorted()
            .toArray();
    double mean = Arrays.stream(rates).sum() / rates.length;
    double squares = Arrays.stream(rates).map(rate -> (rate - mean) * (rate - mean)).sum();
    return Figure.ratio(Math.sqrt(squares / rates.length), mean);
  }
}
