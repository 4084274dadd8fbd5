package org.aboveboard.fairness.loop;

import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.apache.commons.statistics.distribution.TDistribution;

/// The slope of an indicator from one retraining to the next, by least squares, with its 95 %
/// interval (Student's t). For one look; windows that resemble their neighbours make it too narrow.
///
/// @param slope the change per window
/// @param low from where the interval goes
/// @param high to where it goes
/// @param error the standard error of the slope
/// @param windows how many windows had the indicator
public record Trend(Figure slope, Figure low, Figure high, Figure error, int windows) {
  private static final double SURE = 0.975;
  private static final int LEAST = 3;

  /// A window whose figure is none keeps its place and is left out.
  public static Trend of(List<Figure> byWindow) {
    var places =
        IntStream.range(0, byWindow.size())
            .filter(window -> byWindow.get(window).known().isPresent())
            .toArray();
    if (places.length < LEAST) {
      return none(places.length == 0 ? Figure.Why.NOTHING : Figure.Why.TOO_FEW, places.length);
    }
    var values =
        IntStream.of(places)
            .mapToDouble(window -> byWindow.get(window).known().getAsDouble())
            .toArray();
    return fit(places, values);
  }

  /// The slope less that of a randomised holdout, with the interval of Welch for the two errors.
  /// What would have happened without us is in both, so what is left is the loop's.
  public Trend less(Trend holdout) {
    if (slope.known().isEmpty() || holdout.slope.known().isEmpty()) {
      return none(Figure.Why.TOO_FEW, Math.min(windows, holdout.windows));
    }
    double mine = square(error);
    double theirs = square(holdout.error);
    double difference = slope.known().getAsDouble() - holdout.slope.known().getAsDouble();
    double freedom =
        mine + theirs == 0
            ? 1
            : (mine + theirs)
                * (mine + theirs)
                / (mine * mine / (windows - 2) + theirs * theirs / (holdout.windows - 2));
    return of(difference, Math.sqrt(mine + theirs), freedom, Math.min(windows, holdout.windows));
  }

  private static Trend fit(int[] places, double[] values) {
    int n = places.length;
    double middle = IntStream.of(places).average().orElseThrow();
    double mean = IntStream.range(0, n).mapToDouble(i -> values[i]).average().orElseThrow();
    double spread = 0;
    double together = 0;
    for (int i = 0; i < n; i++) {
      spread += (places[i] - middle) * (places[i] - middle);
      together += (places[i] - middle) * (values[i] - mean);
    }
    double slope = together / spread;
    double left = 0;
    for (int i = 0; i < n; i++) {
      double residual = values[i] - mean - slope * (places[i] - middle);
      left += residual * residual;
    }
    return of(slope, Math.sqrt(left / (n - 2) / spread), n - 2, n);
  }

  private static Trend of(double slope, double error, double freedom, int windows) {
    double half = TDistribution.of(freedom).inverseCumulativeProbability(SURE) * error;
    return new Trend(
        Figure.of(slope),
        Figure.of(slope - half),
        Figure.of(slope + half),
        Figure.of(error),
        windows);
  }

  private static Trend none(Figure.Why why, int windows) {
    var none = Figure.none(why);
    return new Trend(none, none, none, none, windows);
  }

  private static double square(Figure figure) {
    double value = figure.known().orElseThrow();
    return value * value;
  }
}
