package org.aboveboard.fairness.drift;

import java.util.Arrays;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;

/// The Kolmogorov–Smirnov statistic of two samples: the largest distance between the shares of
/// values up to a number. Describes and raises no alarm.
///
/// The p-value is the asymptotic one, 2 Σ (−1)^(j−1) exp(−2j²λ²), with Stephens' λ = (√Nₑ + .12 +
/// .11/√Nₑ)·D and Nₑ = nm/(n + m) (Stephens, JRSS B 1970); it is for one look, and for values
/// without many ties.
///
/// @param distance D
/// @param p how often chance alone makes a distance as large, at one look
public record KolmogorovSmirnov(Figure distance, Figure p) {
  public static KolmogorovSmirnov of(Sample before, Sample now) {
    if (before.size() == 0 || now.size() == 0) {
      return new KolmogorovSmirnov(
          Figure.none(Figure.Why.NOTHING), Figure.none(Figure.Why.NOTHING));
    }
    double distance = distance(sorted(before), sorted(now));
    double size = Math.sqrt((double) before.size() * now.size() / (before.size() + now.size()));
    return new KolmogorovSmirnov(
        Figure.of(distance), Figure.of(tail((size + 0.12 + 0.11 / size) * distance)));
  }

  private static double[] sorted(Sample sample) {
    var values = sample.values();
    Arrays.sort(values);
    return values;
  }

  private static double distance(double[] before, double[] now) {
    double distance = 0;
    int i = 0;
    int j = 0;
    while (i < before.length && j < now.length) {
      double value = Math.min(before[i], now[j]);
      i = past(before, i, value);
      j = past(now, j, value);
      distance = Math.max(distance, Math.abs((double) i / before.length - (double) j / now.length));
    }
    return distance;
  }

  private static int past(double[] sorted, int from, double value) {
    int at = from;
    while (at < sorted.length && sorted[at] <= value) {
      at++;
    }
    return at;
  }

  /// Where λ is small the sum converges slowly and is 1 to all digits.
  private static double tail(double lambda) {
    if (lambda < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int j = 1; j <= 100; j++) {
      double term = Math.exp(-2.0 * j * j * lambda * lambda);
      sum += j % 2 == 1 ? term : -term;
    }
    return Math.clamp(2 * sum, 0, 1);
  }
}
