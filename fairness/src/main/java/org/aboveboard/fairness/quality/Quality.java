package org.aboveboard.fairness.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.fairness.Comparison;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;
import org.aboveboard.fairness.GroupMean;
import org.aboveboard.fairness.Sample;

/// How well each group is served, such as by NDCG, one value a person. Only groups that the floor
/// lets be shown are in it, so whatever is computed of it tells of no small group.
public final class Quality {
  private final Comparison comparison;
  private final NavigableMap<String, Sample> shown;

  private Quality(Comparison comparison, NavigableMap<String, Sample> shown) {
    this.comparison = comparison;
    this.shown = shown;
  }

  public static Quality of(Map<String, Sample> valuesByGroup, Floor floor) {
    var values = new TreeMap<String, double[]>();
    valuesByGroup.forEach((group, sample) -> values.put(group, sample.values()));
    var comparison = Comparison.of(values, floor);
    var shown = new TreeMap<>(valuesByGroup);
    for (var group : comparison.groups()) {
      if (group instanceof GroupMean.Withheld) {
        shown.remove(group.group());
      }
    }
    return new Quality(comparison, Collections.unmodifiableNavigableMap(shown));
  }

  /// Each group's mean, or that it is withheld.
  public Comparison comparison() {
    return comparison;
  }

  /// The values of the groups that may be shown, for tests and measures of inequality.
  public NavigableMap<String, Sample> samples() {
    return shown;
  }

  /// The highest mean less the lowest.
  public Figure gap() {
    return means().length < 2
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.of(comparison.gap().orElseThrow());
  }

  /// The lowest mean over the highest.
  public Figure ratio() {
    double[] means = means();
    if (means.length < 2) {
      return Figure.none(Figure.Why.ONE_GROUP);
    }
    if (means[0] < 0) {
      throw new IllegalArgumentException("a ratio is of means of 0 or more: use the gap");
    }
    return Figure.ratio(means[0], means[means.length - 1]);
  }

  /// The group that is served worst; of several alike the first by name.
  public Optional<GroupMean.Shown> worst() {
    return comparison.shown().stream().min(Comparator.comparingDouble(GroupMean.Shown::mean));
  }

  /// The unfairness that Li et al. (2021) call UGF: how far the means of two groups lie apart.
  public Figure userOrientedFairness(String advantaged, String disadvantaged) {
    double[] means =
        comparison.shown().stream()
            .filter(
                group -> group.group().equals(advantaged) || group.group().equals(disadvantaged))
            .mapToDouble(GroupMean.Shown::mean)
            .toArray();
    return means.length < 2
        ? Figure.none(Figure.Why.TOO_FEW)
        : Figure.of(Math.abs(means[0] - means[1]));
  }

  /// MAD ranking (Deldjoo et al., 2021): how far the means of two groups lie apart, averaged over
  /// all pairs of groups.
  public Figure meanAbsoluteDifference() {
    double[] means = means();
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      sum += (2.0 * i + 1 - means.length) * means[i];
    }
    return means.length < 2
        ? Figure.none(Figure.Why.ONE_GROUP)
        : Figure.of(sum / (means.length * (means.length - 1.0) / 2));
  }

  private double[] means() {
    double[] means = comparison.shown().stream().mapToDouble(GroupMean.Shown::mean).toArray();
    Arrays.sort(means);
    return means;
  }
}
