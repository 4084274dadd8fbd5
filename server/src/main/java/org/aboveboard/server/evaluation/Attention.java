package org.aboveboard.server.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aboveboard.fairness.exposure.Disparity;
import org.aboveboard.fairness.exposure.ItemExposure;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.aboveboard.policy.Groups.Target;

/// How much of the attention in lists the groups of items get, against the share that is fair to
/// them: the groups that the policy declares, or, where it declares none, tiers of popularity.
///
/// @param claim the fair share of each group; of those that nobody grouped there is none
record Attention(
    List<Integer> items, String by, ItemGroups groups, Split claim, boolean isDeclared) {

  /// The groups to be fair to.
  static Attention of(Matter matter) {
    return matter.fair().keySet().stream()
        .sorted()
        .findFirst()
        .map(by -> of(matter, by))
        .orElseGet(() -> tiers(matter));
  }

  /// The groups of one declared grouping.
  static Attention of(Matter matter, String by) {
    ItemGroups groups = Optional.ofNullable(matter.groups().get(by)).orElseThrow();
    Split all =
        switch (Optional.ofNullable(matter.fair().get(by)).orElse(Target.CONSUMPTION)) {
          case CATALOGUE -> groups.catalogue();
          case CONSUMPTION -> groups.split(chosen(matter));
        };
    return new Attention(items(matter), by, groups, claim(all), true);
  }

  /// What is chosen most, a fifth of all items, and the rest.
  private static Attention tiers(Matter matter) {
    ItemGroups tiers = Matter.popularity(matter.split());
    ItemGroups two =
        ItemGroups.of(
            IntStream.range(0, tiers.items())
                .mapToObj(item -> tiers.of(item).equals(Matter.MOST) ? Matter.MOST : "the rest")
                .toList());
    return new Attention(items(matter), "popularity", two, claim(two.split(chosen(matter))), false);
  }

  private static List<Integer> items(Matter matter) {
    return Arrays.stream(matter.split().items()).boxed().toList();
  }

  private static double[] chosen(Matter matter) {
    return Arrays.stream(Matter.counts(matter.split())).asDoubleStream().toArray();
  }

  private static Split claim(Split all) {
    Map<String, Double> shares = new TreeMap<>(all.amounts());
    shares.remove(Matter.UNKNOWN);
    shares.values().removeIf(amount -> amount == 0);
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((_, amount) -> amount / sum);
    return Split.of(shares);
  }

  /// What is measured.
  String words() {
    return "attention of the worst-off group, in times its fair share";
  }

  /// Of which groups, and what is fair to them.
  String why() {
    return isDeclared
        ? "The groups are those of “" + by + "”, with the fair share that the policy declares."
        : "The policy declares no groups of providers, so the fifth of the items that is"
            + " chosen most stands against the rest; fair is as much attention as each was chosen.";
  }

  String of(int item) {
    return groups.of(Collections.binarySearch(items, item));
  }

  /// What the worst-off group gets of its fair share in these lists, best first.
  Optional<Double> least(Collection<List<Integer>> lists) {
    List<int[]> places =
        lists.stream()
            .map(list ->
                list.stream().mapToInt(item -> Collections.binarySearch(items, item)).toArray())
            .toList();
    Split got = ItemExposure.of(items.size(), places, PositionWeights.log()).by(groups);
    Disparity disparity = new Disparity(got, claim);
    OptionalDouble least =
        claim.amounts().keySet().stream()
            .flatMapToDouble(group -> disparity.of(group).known().stream())
            .min();
    return least.isPresent() ? Optional.of(least.getAsDouble()) : Optional.empty();
  }
}
