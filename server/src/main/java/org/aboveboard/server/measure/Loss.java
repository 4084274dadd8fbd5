package org.aboveboard.server.measure;

import static org.aboveboard.policy.Spoken.say;

import java.util.stream.IntStream;

/// How much worse people are answered without something: the mean of what each of them loses, and
/// its 95 % interval.
///
/// The interval is the normal one of paired differences, over people.
///
/// @param with the mean of the figure with everything
/// @param mean of the losses; below nought where it is better without
public record Loss(double with, double mean, double low, double high) {
  private static final double NORMAL_95 = 1.959963984540054;

  /// The greatest loss, as a share of the figure, that counts as none.
  private static final double NONE = 0.005;

  static Loss of(double[] with, double[] without) {
    int people = with.length;
    double[] lost = IntStream.range(0, people).mapToDouble(p -> with[p] - without[p]).toArray();
    double mean = mean(lost);
    double squares = 0;
    for (double one : lost) {
      squares += (one - mean) * (one - mean);
    }
    double deviation = people < 2 ? 0 : Math.sqrt(squares / (people - 1) / people);
    double half = NORMAL_95 * deviation;
    return new Loss(mean(with), mean, mean - half, mean + half);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /// Whether it is sure that next to nothing is lost.
  public boolean isNone() {
    return with > 0 && high <= NONE * with;
  }

  /// The figure without it, and the loss.
  public String told() {
    return say("%.4f (loss %.4f, %.4f to %.4f)", with - mean, mean, low, high);
  }
}
