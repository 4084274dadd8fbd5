package org.aboveboard.fairness.correct;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// xQuAD (Santos, Macdonald & Ounis 2010): Σ_c p(c|u)·p(i|c)·Π_j (1 − p(j|c)) over the categories a
/// person wants, where those that the items chosen so far cover count less.
public final class CoverageGain implements Gain {
  private final double weight;
  private final double[] wanted;
  private final IntFunction<double[]> categories;

  private CoverageGain(double weight, double[] wanted, IntFunction<double[]> categories) {
    this.weight = weight;
    this.wanted = wanted;
    this.categories = categories;
  }

  /// @param weight λ
  /// @param wanted p(c|u), how much the person wants each category
  /// @param categories p(i|c) of each item, from 0 to 1
  public static Gain of(double weight, double[] wanted, IntFunction<double[]> categories) {
    if (!Arrays.stream(wanted).allMatch(share -> share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("what is wanted of a category is from 0 to 1");
    }
    return new CoverageGain(weight, wanted.clone(), categories);
  }

  @Override
  public Rule rule() {
    return Rule.COVERAGE;
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double of(int item) {
    var of = categories(item);
    return IntStream.range(0, wanted.length).mapToDouble(c -> wanted[c] * of[c]).sum();
  }

  @Override
  public Gain with(int item) {
    var of = categories(item);
    return new CoverageGain(
        weight,
        IntStream.range(0, wanted.length).mapToDouble(c -> wanted[c] * (1 - of[c])).toArray(),
        categories);
  }

  private double[] categories(int item) {
    var of = categories.apply(item);
    if (of.length != wanted.length) {
      throw new IllegalArgumentException(
          "item "
              + item
              + " has "
              + of.length
              + " categories where "
              + wanted.length
              + " are wanted");
    }
    return of;
  }
}
