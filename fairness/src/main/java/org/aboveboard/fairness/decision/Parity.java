package org.aboveboard.fairness.decision;

import static org.aboveboard.fairness.decision.Rate.FALSE_POSITIVE;
import static org.aboveboard.fairness.decision.Rate.TRUE_POSITIVE;

import org.aboveboard.fairness.Figure;

/// The measures of parity across all groups, named as in fairlearn: a difference is the highest
/// less the lowest and fair at 0, a ratio the lowest over the highest and fair at 1.
///
/// Equalized odds and equal opportunity are those of Hardt, Price and Srebro (2016), predictive
/// parity that of Chouldechova (2017). No two of them hold together, unless base rates are equal or
/// decisions perfect (Kleinberg, Mullainathan and Raghavan, 2017).
public record Parity(Decisions decisions) {
  /// How true and false positives become one figure.
  public enum Aggregate {
    WORST_CASE,
    MEAN
  }

  public Figure demographicParityDifference() {
    return decisions.selections().demographicParityDifference();
  }

  public Figure demographicParityRatio() {
    return decisions.selections().demographicParityRatio();
  }

  public FourFifths fourFifthsRule() {
    return decisions.selections().fourFifthsRule();
  }

  public Figure equalOpportunityDifference() {
    return decisions.difference(TRUE_POSITIVE);
  }

  public Figure equalOpportunityRatio() {
    return decisions.ratio(TRUE_POSITIVE);
  }

  public Figure falsePositiveRateDifference() {
    return decisions.difference(FALSE_POSITIVE);
  }

  public Figure falsePositiveRateRatio() {
    return decisions.ratio(FALSE_POSITIVE);
  }

  public Figure equalizedOddsDifference(Aggregate aggregate) {
    return Both.of(
        equalOpportunityDifference(),
        falsePositiveRateDifference(),
        switch (aggregate) {
          case WORST_CASE -> Math::max;
          case MEAN -> Parity::mean;
        });
  }

  public Figure equalizedOddsRatio(Aggregate aggregate) {
    return Both.of(
        equalOpportunityRatio(),
        falsePositiveRateRatio(),
        switch (aggregate) {
          case WORST_CASE -> Math::min;
          case MEAN -> Parity::mean;
        });
  }

  public Figure predictiveParityDifference() {
    return decisions.difference(Rate.POSITIVE_PREDICTIVE_VALUE);
  }

  public Figure accuracyDifference() {
    return decisions.difference(Rate.ACCURACY);
  }

  private static double mean(double one, double other) {
    return (one + other) / 2;
  }
}
