package org.aboveboard.server.correct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.aboveboard.fairness.calibration.Calibration;
import org.aboveboard.fairness.correct.CalibrationGain;
import org.aboveboard.fairness.correct.DiversityGain;
import org.aboveboard.fairness.correct.Gain;
import org.aboveboard.fairness.correct.PopularityGain;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.models.Row;

/// What a list can be weighed by beside the model: the kinds its person chooses, how unlike its
/// items are, and how few people chose them.
///
/// @param own what the person did
/// @param categories those of an item
/// @param chosenBy how many people chose an item
record Kinds(Row own, IntFunction<List<String>> categories, IntToLongFunction chosenBy) {
  private static final PositionWeights WEIGHTS = PositionWeights.log();

  /// The mix of kinds of what the person did. Of a person who did nothing that is of a kind, none
  /// is known, and it counts for nothing.
  Gain calibration(double weight) {
    int[] told = own.stream().filter(item -> !categories.apply(item).isEmpty()).toArray();
    List<String> names =
        IntStream.of(told).mapToObj(categories).flatMap(List::stream).distinct().sorted().toList();
    if (told.length == 0) {
      return CalibrationGain.of(0, new double[1], _ -> new double[1], WEIGHTS);
    }
    Map<Integer, double[]> mixes = new HashMap<>();
    IntFunction<double[]> mix = item -> mixes.computeIfAbsent(item, one -> mix(one, names));
    return CalibrationGain.of(weight, wanted(told, mix), mix, WEIGHTS);
  }

  private double[] wanted(int[] told, IntFunction<double[]> mix) {
    double[] weights =
        IntStream.range(0, own.size())
            .filter(k -> IntStream.of(told).anyMatch(item -> item == own.item(k)))
            .mapToDouble(own::weight)
            .toArray();
    return Calibration.mix(weights, IntStream.of(told).mapToObj(mix).toList());
  }

  /// The shares of an item, in the first place that of all kinds the person never chose.
  private double[] mix(int item, List<String> names) {
    List<String> of = categories.apply(item);
    double[] mix = new double[names.size() + 1];
    of.forEach(one -> mix[names.indexOf(one) + 1] += 1.0 / of.size());
    mix[0] += of.isEmpty() ? 1 : 0;
    return mix;
  }

  /// Two items are alike by the part of their kinds that both have.
  Gain diversity(double weight) {
    return new DiversityGain(weight, this::alike);
  }

  private double alike(int one, int other) {
    List<String> kinds = categories.apply(one);
    List<String> others = categories.apply(other);
    int both = 0;
    for (String kind : kinds) {
      both += others.contains(kind) ? 1 : 0;
    }
    int any = kinds.size() + others.size() - both;
    return any == 0 ? 0 : (double) both / any;
  }

  /// From 0 for what nobody chose to 1 for what the most people did, among the candidates.
  Gain popularity(double weight, Lines lines) {
    long most =
        lines.all().stream().mapToLong(line -> chosenBy.applyAsLong(line.item())).max().orElse(0);
    return new PopularityGain(most == 0 ? 0 : weight, chosenBy, most);
  }
}
