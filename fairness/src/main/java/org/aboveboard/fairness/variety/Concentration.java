package org.aboveboard.fairness.variety;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.aboveboard.fairness.Figure;

/// How much of the exposure falls on how few: one amount per item of the catalogue, zeros included,
/// or per category, or per provider. The Gini coefficient is in [org.aboveboard.fairness.Exposure].
public final class Concentration {
  private final double[] amounts;
  private final double total;

  private Concentration(double[] amounts) {
    this.amounts = amounts;
    this.total = DoubleStream.of(amounts).sum();
  }

  public static Concentration of(double... amounts) {
    if (!DoubleStream.of(amounts).allMatch(amount -> amount >= 0 && Double.isFinite(amount))) {
      throw new IllegalArgumentException("an amount is 0 or more");
    }
    return new Concentration(amounts.clone());
  }

  /// The Shannon entropy −Σ p·log2 p in bits (Shannon 1948): 0 where one has all, log2 n where all
  /// have the same. Of how often each category stands in a list it is the category entropy.
  public Figure entropy() {
    return sum(p -> p == 0 ? 0 : -p * Math.log(p) / Math.log(2));
  }

  /// HHI, the Herfindahl–Hirschman index Σ p²: 1/n where all have the same, 1 where one has all.
  public Figure hhi() {
    return sum(p -> p * p);
  }

  /// The share of the top 1 % of items, of one at least.
  public Figure topPercentShare() {
    return topShare(0.01);
  }

  /// The share of the items that got most: of this part of the catalogue, rounded up.
  public Figure topShare(double part) {
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException("a part lies above 0 and up to 1, such as .01");
    }
    var sorted = amounts.clone();
    Arrays.sort(sorted);
    int top = (int) Math.ceil(part * sorted.length - 1e-9);
    double most = Arrays.stream(sorted, sorted.length - top, sorted.length).sum();
    return total == 0 ? Figure.none(Figure.Why.NOTHING) : Figure.of(most / total);
  }

  private Figure sum(DoubleUnaryOperator part) {
    return total == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.of(DoubleStream.of(amounts).map(amount -> amount / total).map(part).sum());
  }
}
