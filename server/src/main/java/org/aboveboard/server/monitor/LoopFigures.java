package org.aboveboard.server.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aboveboard.fairness.Exposure;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;
import org.aboveboard.fairness.loop.Indicator;
import org.aboveboard.fairness.variety.Concentration;
import org.aboveboard.fairness.variety.Homogenisation;
import org.aboveboard.fairness.variety.PopularityBias;
import org.aboveboard.server.catalogue.Item;

/// What lists of a day look like, held against what can be shown and what people do.
final class LoopFigures {
  private static final int PAIRS = 2_000;

  private final List<Item> items;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final List<String> categories;
  private final long[] popularity;

  private LoopFigures(List<Item> items, Map<Integer, Long> used) {
    this.items = items;
    this.popularity = new long[items.size()];
    for (int place = 0; place < items.size(); place++) {
      places.put(items.get(place).number(), place);
      popularity[place] = used.getOrDefault(items.get(place).number(), 0L);
    }
    this.categories =
        items.stream().flatMap(item -> item.categories().stream()).distinct().sorted().toList();
  }

  /// @param used how many people did something with each item
  static LoopFigures of(List<Item> items, Map<Integer, Long> used) {
    return new LoopFigures(items.stream().filter(Item::available).toList(), used);
  }

  /// The lists as places among the items; what can be shown no more is left out.
  List<int[]> places(List<List<Integer>> lists) {
    return lists.stream()
        .map(list ->
            list.stream()
                .flatMap(item -> Optional.ofNullable(places.get(item)).stream())
                .mapToInt(Integer::intValue)
                .toArray())
        .filter(list -> list.length > 0)
        .toList();
  }

  /// @param lists one for each person
  Map<Indicator, Figure> indicators(List<int[]> lists, long seed) {
    Exposure exposure = Exposure.ofLists(items.size(), lists);
    Map<Indicator, Figure> figures = new TreeMap<>();
    figures.put(Indicator.GINI, figure(exposure.gini()));
    figures.put(Indicator.COVERAGE, figure(exposure.coverageShare()));
    figures.put(Indicator.POPULARITY, PopularityBias.of(popularity).arp(lists));
    figures.put(Indicator.CATEGORY_ENTROPY, entropy(lists));
    figures.put(
        Indicator.HOMOGENISATION, Homogenisation.of(lists, PAIRS, new SplittableRandom(seed)));
    return figures;
  }

  private static Figure figure(OptionalDouble value) {
    return value.isPresent() ? Figure.of(value.getAsDouble()) : Figure.none(Figure.Why.NOTHING);
  }

  private Figure entropy(List<int[]> lists) {
    double[] each =
        lists.stream()
            .map(list -> entropy(categories(List.of(list))))
            .flatMap(one -> one.known().stream().boxed())
            .mapToDouble(Double::doubleValue)
            .toArray();
    return each.length == 0 ? Figure.none(Figure.Why.NOTHING) : Sample.of(each).mean();
  }

  private static Figure entropy(long[] counts) {
    return Concentration.of(Arrays.stream(counts).asDoubleStream().toArray()).entropy();
  }

  /// How often each category stands in the lists.
  long[] categories(List<int[]> lists) {
    long[] counts = new long[categories.size()];
    for (int[] list : lists) {
      for (int place : list) {
        items.get(place).categories().forEach(name -> counts[categories.indexOf(name)]++);
      }
    }
    return counts;
  }

  /// How popular the items of each list are on average.
  Sample popularities(List<int[]> lists) {
    List<Double> means = new ArrayList<>();
    for (int[] list : lists) {
      double sum = 0;
      for (int place : list) {
        sum += popularity[place];
      }
      means.add(sum / list.length);
    }
    return Sample.of(means.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
