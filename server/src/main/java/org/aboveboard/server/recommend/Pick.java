package org.aboveboard.server.recommend;

import java.util.List;
import org.aboveboard.policy.Personal;

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
