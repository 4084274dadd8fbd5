package org.aboveboard.fairness.quality;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Sample;

/// The studentized permutation test (Janssen, 1997; for fairness DiCiccio et al., 2020): people are
/// dealt to the two groups anew, and it counts how often the difference of means over its standard
/// error is at least as large as the one that was seen. Because of the standard error it holds for
/// equal means even where the spread differs, which the plain one does not.
///
/// @param rounds how often people are dealt anew; p = (1 + as extreme) / (1 + rounds), so p is
///   never 0 and can be no smaller than 1 / (1 + rounds)
public record PermutationTest(int rounds) {
  private static final double ROUNDING = 1e-9;

  public PermutationTest {
    if (rounds < 1) {
      throw new IllegalArgumentException("deal at least once; 9999 times is usual");
    }
  }

  /// Two-sided. None where a group has fewer than two people, or neither has any spread.
  public Verdict test(Sample one, Sample other, RandomGenerator random) {
    var missing = Groups.missing(List.of(one, other), 2);
    if (missing.isPresent()) {
      return Verdict.none(missing.get());
    }
    if (Groups.isConstant(one) && Groups.isConstant(other)) {
      return Verdict.none(Figure.Why.CONSTANT);
    }
    double[] all = DoubleStream.concat(stream(one), stream(other)).toArray();
    double seen = studentized(all, one.size());
    int extreme = 0;
    for (int round = 0; round < rounds; round++) {
      shuffle(all, random);
      if (Math.abs(studentized(all, one.size())) >= Math.abs(seen) * (1 - ROUNDING)) {
        extreme++;
      }
    }
    return Verdict.of(seen, (1.0 + extreme) / (1.0 + rounds));
  }

  /// Without bounds where both sides were dealt no spread and differ; 0 where they are the same.
  private static double studentized(double[] all, int split) {
    var moments = new Moments[] {Moments.of(all, 0, split), Moments.of(all, split, all.length)};
    double difference = moments[0].mean() - moments[1].mean();
    double error = Math.sqrt(moments[0].squaredError() + moments[1].squaredError());
    return difference == 0 ? 0 : difference / error;
  }

  private static void shuffle(double[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static DoubleStream stream(Sample sample) {
    return DoubleStream.of(sample.values());
  }
}
