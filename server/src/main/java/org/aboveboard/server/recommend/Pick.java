package org.aboveboard.server.recommend;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Personal;
import org.aboveboard.server.correct.Rules;

/// One place of an answer: the item, and the terms and adjustments that its score is the sum of.
@Personal
public record Pick(int item, double score, List<Term> terms, List<Adjustment> adjustments) {
  public Pick {
    terms = List.copyOf(terms);
    adjustments = List.copyOf(adjustments);
  }

  /// A pick whose score is the sum of its parts, from left to right.
  public static Pick of(int item, List<Term> terms, List<Adjustment> adjustments) {
    return new Pick(item, sum(terms, adjustments), terms, adjustments);
  }

  /// Whether its place was drawn.
  public boolean isByChance() {
    return adjustments.stream().anyMatch(one -> one.name().equals(Rules.EXPLORATION));
  }

  /// The same, in a list for comparison.
  Pick heldOut() {
    List<Adjustment> more = new ArrayList<>(adjustments);
    more.add(Adjustment.heldOut());
    return Pick.of(item, terms, more);
  }

  /// What the terms alone add up to.
  double ofModel() {
    return sum(terms, List.of());
  }

  /// Whether terms and adjustments add up to the score, bit for bit.
  public boolean addsUp() {
    return Double.compare(sum(terms, adjustments), score) == 0;
  }

  private static double sum(List<Term> terms, List<Adjustment> adjustments) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.value();
    }
    for (Adjustment adjustment : adjustments) {
      sum += adjustment.value();
    }
    return sum;
  }

  @Override
  public String toString() {
    return "Pick";
  }
}
