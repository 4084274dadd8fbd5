package org.aboveboard.server.simulate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Exposure;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.exposure.Disparity;
import org.aboveboard.fairness.exposure.ItemExposure;
import org.aboveboard.fairness.exposure.ItemGroups;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.aboveboard.fairness.variety.Concentration;
import org.aboveboard.fairness.variety.Homogenisation;
import org.aboveboard.fairness.variety.PopularityBias;
import org.aboveboard.server.simulate.Simulated.Shown;

/// Measures what was shown in a round against what only the simulation knows.
final class Measured {
  private static final PositionWeights ATTENTION = PositionWeights.log();
  private static final int PAIRS = 500;

  private final Population population;
  private final ItemGroups sizes;
  private final double[][] utilities;
  private final double[] attention;

  Measured(Population population) {
    this.population = population;
    this.sizes = population.sizes();
    this.utilities =
        population.people().stream().map(population::utilities).toArray(double[][]::new);
    this.attention = new double[population.works().size()];
  }

  double[] utilities(int person) {
    return utilities[person];
  }

  /// How much attention a work has got until now.
  double attention(int work) {
    return attention[work];
  }

  /// What a round was.
  ///
  /// @param lists what was shown to each person
  /// @param had what each person had before it
  record Happened(
      int round, List<Shown> lists, List<BitSet> had, int taken, OptionalInt pushed, int alarms) {}

  /// Measures a round.
  ///
  /// @param counts how many people had done something with each work before it
  Round of(Happened happened, long[] counts, long seed) {
    List<int[]> lists = happened.lists().stream().map(Shown::places).toList();
    ItemExposure exposure = ItemExposure.of(attention.length, lists, ATTENTION);
    Arrays.setAll(attention, work -> attention[work] + exposure.of(work));
    Exposure counted = Exposure.ofLists(attention.length, lists);
    long personal = happened.lists().stream().filter(Shown::isPersonal).count();
    return new Round(
        happened.round(),
        ratios(exposure.by(sizes)),
        unfairness(),
        mean(happened, this::utility),
        mean(happened, this::accuracy),
        utilityOf(happened),
        counted.gini().orElse(0),
        counted.coverageShare().orElse(0),
        value(PopularityBias.of(counts).arp(lists)),
        value(Concentration.of(exposure.amounts()).entropy()),
        value(Homogenisation.of(lists, PAIRS, new SplittableRandom(seed))),
        share(personal, lists.size()),
        share(happened.taken(), lists.size()),
        happened.pushed().stream()
            .mapToObj(work -> share(holding(work, lists), lists.size()))
            .findFirst(),
        happened.alarms());
  }

  private static long holding(int work, List<int[]> lists) {
    return lists.stream().filter(list -> IntStream.of(list).anyMatch(one -> one == work)).count();
  }

  private static double share(long part, int whole) {
    return (double) part / whole;
  }

  private SortedMap<String, Double> ratios(Split got) {
    SortedMap<String, Double> ratios = new TreeMap<>();
    Disparity disparity = new Disparity(got, sizes.catalogue());
    sizes.names().forEach(group -> ratios.put(group, value(disparity.of(group))));
    return ratios;
  }

  /// The largest ratio less the smallest, over all rounds: what FairCo's proof calls D.
  private double unfairness() {
    var ratios =
        ratios(sizes.split(attention)).values().stream()
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return ratios.getMax() - ratios.getMin();
  }

  private interface OfOne {
    double of(int person, int[] list, BitSet had);
  }

  private static double mean(Happened happened, OfOne figure) {
    return IntStream.range(0, happened.lists().size())
        .mapToDouble(k -> figure.of(k, happened.lists().get(k).places(), happened.had().get(k)))
        .average()
        .orElse(0);
  }

  private SortedMap<String, Double> utilityOf(Happened happened) {
    SortedMap<String, Double> means = new TreeMap<>();
    for (String segment : Person.SEGMENTS) {
      means.put(
          segment,
          IntStream.range(0, happened.lists().size())
              .filter(k -> population.people().get(k).segment().equals(segment))
              .mapToDouble(k -> utility(k, happened.lists().get(k).places(), happened.had().get(k)))
              .average()
              .orElse(0));
    }
    return means;
  }

  /// What the person has had does them no more good.
  private double utility(int person, int[] list, BitSet had) {
    double places = sum(ATTENTION.first(list.length));
    return list.length == 0 ? 0 : gain(person, list, had) / places;
  }

  private double accuracy(int person, int[] list, BitSet had) {
    int[] best =
        IntStream.range(0, utilities[person].length)
            .filter(work -> !had.get(work))
            .boxed()
            .sorted((a, b) -> Double.compare(utilities[person][b], utilities[person][a]))
            .limit(list.length)
            .mapToInt(Integer::intValue)
            .toArray();
    double ideal = gain(person, best, had);
    return ideal == 0 ? 0 : gain(person, list, had) / ideal;
  }

  private double gain(int person, int[] list, BitSet had) {
    return IntStream.range(0, list.length)
        .mapToDouble(k -> had.get(list[k]) ? 0 : utilities[person][list[k]] * ATTENTION.at(k + 1))
        .sum();
  }

  private static double sum(double... values) {
    return Arrays.stream(values).sum();
  }

  private static double value(Figure figure) {
    return figure.known().orElse(0);
  }
}
