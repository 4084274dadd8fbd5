package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Exposure;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.Disparity;
import org.aboveboard.fairness.exposure.ItemExposure;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.aboveboard.fairness.variety.Concentration;
import org.aboveboard.fairness.variety.PopularityBias;
import org.aboveboard.models.Protocol.Served;
import org.aboveboard.policy.Groups.Target;

/// What the first places of people's lists show, and of whom.
///
/// @param lists the places of items in the split's order, best first
record Showing(Matter matter, List<int[]> lists) {
  private static final int LENGTH = 10;

  static Showing of(Matter matter, List<Served> people) {
    int[] items = matter.split().items();
    return new Showing(
        matter,
        people.stream()
            .map(one ->
                one.ranked().stream()
                    .limit(LENGTH)
                    .mapToInt(item -> Arrays.binarySearch(items, item))
                    .toArray())
            .toList());
  }

  private int items() {
    return matter.split().items().length;
  }

  /// The mean popularity of a list, see [PopularityBias].
  Figure arp() {
    return PopularityBias.of(Matter.counts(matter.split())).arp(lists);
  }

  Figure gini() {
    return optional(Exposure.ofLists(items(), lists).gini());
  }

  Figure coverage() {
    return optional(Exposure.ofLists(items(), lists).coverageShare());
  }

  private static Figure optional(OptionalDouble value) {
    return value.isPresent() ? Figure.of(value.getAsDouble()) : Figure.none(Figure.Why.NOTHING);
  }

  /// All figures of popularity and concentration.
  List<Report.Named> figures() {
    double[] amounts = ItemExposure.of(items(), lists, PositionWeights.log()).amounts();
    Concentration concentration = Concentration.of(amounts);
    return List.of(
        named("coverage", "share of the catalogue in any list", coverage()),
        named("gini", "how unevenly items are shown; 0 is evenly", gini()),
        named("popularity", "mean popularity of what is shown, in people", arp()),
        named(
            "calibration",
            "how far the mix of first categories is from that of each person's history (Steck); 0 is"
                + " not at all",
            calibration()),
        named("entropy", "spread of the attention over items, in bits", concentration.entropy()),
        named("hhi", "concentration of the attention; 1 is one item", concentration.hhi()),
        named("top-percent", "attention that 1 % of items get", concentration.topPercentShare()));
  }

  /// The mean over those of whose history and list the catalogue knows categories.
  private Figure calibration() {
    return Optional.ofNullable(matter.groups().get(Matter.CATEGORY))
        .map(categories ->
            new CategoryMix(categories, Arrays.stream(matter.split().items()).boxed().toList()))
        .map(mix -> mix.calibration(matter.split().test(), lists))
        .orElse(Figure.none(Figure.Why.NOTHING));
  }

  private static Report.Named named(String figure, String words, Figure value) {
    return new Report.Named(figure, words, Report.Answer.of(value));
  }

  /// The share of each group of items, against its part of the catalogue and of what was chosen.
  List<Report.Groups> groups() {
    ItemExposure exposure = ItemExposure.of(items(), lists, PositionWeights.log());
    double[] chosen = chosen();
    List<Report.Groups> all = new ArrayList<>();
    matter
        .groups()
        .forEach((by, groups) -> {
          all.add(groups(by, "its part of the catalogue", exposure.by(groups), groups.catalogue()));
          all.add(
              groups(
                  by, "its part of what people chose", exposure.by(groups), groups.split(chosen)));
        });
    return all;
  }

  /// The least that a group of providers gets of what it should have by the policy, if that says.
  OptionalDouble leastShare() {
    ItemExposure exposure = ItemExposure.of(items(), lists, PositionWeights.log());
    return matter.fair().entrySet().stream()
        .flatMapToDouble(declared -> ratios(exposure, declared.getKey(), declared.getValue()))
        .min();
  }

  private DoubleStream ratios(ItemExposure exposure, String by, Target target) {
    ItemGroups groups = Optional.ofNullable(matter.groups().get(by)).orElseThrow();
    Split claim =
        switch (target) {
          case CATALOGUE -> groups.catalogue();
          case CONSUMPTION -> groups.split(chosen());
        };
    Disparity disparity = new Disparity(exposure.by(groups), claim);
    return groups.names().stream()
        .filter(group -> !group.equals(Matter.UNKNOWN))
        .flatMapToDouble(group -> disparity.of(group).known().stream());
  }

  private double[] chosen() {
    return Arrays.stream(Matter.counts(matter.split())).asDoubleStream().toArray();
  }

  private static Report.Groups groups(String by, String target, Split got, Split claim) {
    Disparity disparity = new Disparity(got, claim);
    return new Report.Groups(
        by,
        target,
        claim.amounts().keySet().stream()
            .map(group ->
                new Report.Share(
                    group,
                    Report.Answer.of(got.share(group)),
                    Report.Answer.of(claim.share(group)),
                    Report.Answer.of(disparity.of(group))))
            .toList(),
        Report.Answer.of(disparity.minMaxRatio()));
  }
}
