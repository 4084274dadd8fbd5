package org.aboveboard.fairness.decision;

import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How many of a group's people were selected.
public record Selection(long selected, long people) {
  private static final double Z95 = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

  public Selection {
    if (selected < 0 || selected > people) {
      throw new IllegalArgumentException(
          selected + " selected of " + people + " people: count each person once");
    }
  }

  public Figure rate() {
    return people == 0
        ? Figure.none(Figure.Why.NOTHING)
        : Figure.ratio((double) selected, (double) people);
  }

  /// Where the rate lies with 95 % confidence, after Wilson (1927); it stays within 0 and 1 and
  /// holds for small groups too.
  public Interval wilson95() {
    if (people == 0) {
      return Interval.none(Figure.Why.NOTHING);
    }
    double rate = (double) selected / people;
    double share = Z95 * Z95 / people;
    double centre = rate + share / 2;
    double half = Math.sqrt(share * (rate * (1 - rate) + share / 4));
    return Interval.between(
        selected == 0 ? 0 : (centre - half) / (1 + share),
        selected == people ? 1 : (centre + half) / (1 + share));
  }

  Selection plus(Selection more) {
    return new Selection(
        Math.addExact(selected, more.selected), Math.addExact(people, more.people));
  }
}
