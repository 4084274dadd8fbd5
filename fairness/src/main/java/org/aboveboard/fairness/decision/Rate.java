package org.aboveboard.fairness.decision;

import org.aboveboard.fairness.Figure;

/// A share that a confusion matrix gives: how many of whom. None where there is nobody to share.
public enum Rate {
  SELECTION,
  BASE,
  TRUE_POSITIVE,
  FALSE_POSITIVE,
  FALSE_NEGATIVE,
  TRUE_NEGATIVE,
  POSITIVE_PREDICTIVE_VALUE,
  FALSE_DISCOVERY,
  FALSE_OMISSION,
  ACCURACY,
  ERROR;

  Figure of(Confusion counts) {
    return counts.people() == 0 ? Figure.none(Figure.Why.NOTHING) : share(counts);
  }

  private Figure share(Confusion counts) {
    long all = counts.people();
    return switch (this) {
      case SELECTION -> share(counts.predictedPositives(), all);
      case BASE -> share(counts.positives(), all);
      case TRUE_POSITIVE -> share(counts.truePositives(), counts.positives());
      case FALSE_POSITIVE -> share(counts.falsePositives(), counts.negatives());
      case FALSE_NEGATIVE -> share(counts.falseNegatives(), counts.positives());
      case TRUE_NEGATIVE -> share(counts.trueNegatives(), counts.negatives());
      case POSITIVE_PREDICTIVE_VALUE -> share(counts.truePositives(), counts.predictedPositives());
      case FALSE_DISCOVERY -> share(counts.falsePositives(), counts.predictedPositives());
      case FALSE_OMISSION -> share(counts.falseNegatives(), counts.predictedNegatives());
      case ACCURACY -> share(counts.truePositives() + counts.trueNegatives(), all);
      case ERROR -> share(counts.falsePositives() + counts.falseNegatives(), all);
    };
  }

  private static Figure share(long part, long whole) {
    return Figure.ratio((double) part, (double) whole);
  }
}
