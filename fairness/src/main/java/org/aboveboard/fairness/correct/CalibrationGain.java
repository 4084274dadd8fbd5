package org.aboveboard.fairness.correct;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.aboveboard.fairness.calibration.Calibration;
import org.aboveboard.fairness.exposure.PositionWeights;

/// Calibrated recommendations (Steck 2018): how much the item lowers C_KL, the divergence of the
/// list's mix of categories from the person's.
public final class CalibrationGain implements Gain {
  private final double weight;
  private final double[] wanted;
  private final IntFunction<double[]> categories;
  private final PositionWeights weights;
  private final double[] mix;
  private final int chosen;
  private final double weighed;
  private final double divergence;

  private CalibrationGain(CalibrationGain before, double[] mix, int chosen) {
    this.weight = before.weight;
    this.wanted = before.wanted;
    this.categories = before.categories;
    this.weights = before.weights;
    this.mix = mix;
    this.chosen = chosen;
    this.weighed = before.weighed + before.weights.at(chosen);
    this.divergence = divergence(wanted, mix);
  }

  private CalibrationGain(
      double weight, double[] wanted, IntFunction<double[]> categories, PositionWeights weights) {
    this.weight = weight;
    this.wanted = wanted;
    this.categories = categories;
    this.weights = weights;
    this.mix = new double[wanted.length];
    this.chosen = 0;
    this.weighed = 0;
    this.divergence = -Math.log(Calibration.STECK.alpha());
  }

  /// @param weight λ
  /// @param wanted p(c|u), the mix of the person's history
  /// @param categories p(c|i) of each item, adding up to 1
  /// @param weights how much each place of the list counts for its mix
  public static Gain of(
      double weight, double[] wanted, IntFunction<double[]> categories, PositionWeights weights) {
    return new CalibrationGain(weight, wanted.clone(), categories, weights);
  }

  @Override
  public Rule rule() {
    return Rule.CALIBRATION;
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double of(int item) {
    var of = shares(item);
    double added = weights.at(chosen + 1);
    double after = 0;
    for (int c = 0; c < wanted.length; c++) {
      double q = (mix[c] * weighed + of[c] * added) / (weighed + added);
      after += wanted[c] == 0 ? 0 : wanted[c] * Math.log(wanted[c] / smoothed(wanted[c], q));
    }
    return divergence - after;
  }

  @Override
  public Gain with(int item) {
    return new CalibrationGain(this, mixWith(item), chosen + 1);
  }

  /// The mix of the list with this item in the next place.
  private double[] mixWith(int item) {
    var of = shares(item);
    double added = weights.at(chosen + 1);
    return IntStream.range(0, mix.length)
        .mapToDouble(c -> (mix[c] * weighed + of[c] * added) / (weighed + added))
        .toArray();
  }

  private double[] shares(int item) {
    var of = categories.apply(item);
    if (of.length != mix.length) {
      throw new IllegalArgumentException(
          "item " + item + " has " + of.length + " categories where " + mix.length + " are wanted");
    }
    return of;
  }

  /// As [Calibration#kl] has it.
  private static double smoothed(double p, double q) {
    double alpha = Calibration.STECK.alpha();
    return (1 - alpha) * q + alpha * p;
  }

  private static double divergence(double[] wanted, double[] mix) {
    return Calibration.STECK.kl(wanted, mix).known().orElseThrow();
  }
}
