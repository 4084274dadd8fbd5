package org.aboveboard.fairness.variety;

import java.util.List;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;

/// ERR-IA, the intent-aware expected reciprocal rank: 1/r where r is the place at which a reader
/// who came for one topic is satisfied, averaged over topics (Chapelle et al. 2011).
public final class ErrIa {
  private ErrIa() {}

  /// The probability that an item of this grade satisfies: (2^grade − 1) / 2^best.
  public static double satisfies(int grade, int best) {
    if (grade < 0 || grade > best) {
      throw new IllegalArgumentException("a grade is from 0 to the best grade");
    }
    return (Math.pow(2, grade) - 1) / Math.pow(2, best);
  }

  /// @param intents how likely a reader comes for each topic; they add up to 1
  /// @param list for each item, best first, how likely it satisfies a reader of each topic
  public static Figure of(double[] intents, List<double[]> list) {
    if (!(Math.abs(DoubleStream.of(intents).sum() - 1) < 1e-6)) {
      throw new IllegalArgumentException("intents add up to 1: divide each by the sum of all");
    }
    if (!list.stream().allMatch(item -> item.length == intents.length)) {
      throw new IllegalArgumentException("each item has a probability for every topic, zeros too");
    }
    double sum = 0;
    for (int topic = 0; topic < intents.length; topic++) {
      sum += intents[topic] * err(topic, list);
    }
    return list.isEmpty() ? Figure.none(Figure.Why.NOTHING) : Figure.of(sum);
  }

  private static double err(int topic, List<double[]> list) {
    double reads = 1;
    double sum = 0;
    for (int r = 0; r < list.size(); r++) {
      double satisfied = list.get(r)[topic];
      if (!(satisfied >= 0 && satisfied <= 1)) {
        throw new IllegalArgumentException("each item satisfies with a probability from 0 to 1");
      }
      sum += reads * satisfied / (r + 1);
      reads *= 1 - satisfied;
    }
    return sum;
  }
}
