package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.fairness.correct.Candidate;

/// An item on its way into a list.
///
/// @param steps what was done to its score so far, in order
/// @param lift by what rule it stands higher than its score would have it
public record Line(int item, String group, double score, List<Step> steps, Optional<Lift> lift) {
  public Line {
    steps = List.copyOf(steps);
  }

  /// A place that was given, whatever the score.
  record Lift(String rule, String about, int places) {}

  static Line of(int item, String group, double score) {
    return new Line(item, group, score, List.of(), Optional.empty());
  }

  /// The score with all that was added to it, from left to right.
  double rankedBy() {
    double sum = score;
    for (Step step : steps) {
      sum += step.amount();
    }
    return sum;
  }

  Candidate candidate() {
    return new Candidate(item, group, rankedBy());
  }

  /// As the model has it.
  Candidate ofModel() {
    return new Candidate(item, group, score);
  }

  Line in(String another) {
    return new Line(item, another, score, steps, lift);
  }

  Line with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Line(item, group, score, more, Optional.empty());
  }

  Line lifted(Lift how) {
    return new Line(item, group, score, steps, Optional.of(how));
  }

  /// The same with its lift as a step: what it takes to be ranked no lower than `least`.
  Line settled(double least) {
    return lift.map(how -> with(step(how, least))).orElse(this);
  }

  private Step step(Lift how, double least) {
    double before = rankedBy();
    double amount = Math.max(0, least - before);
    // a sum is rounded, and must not fall short of what it is to reach
    while (before + amount < least) {
      amount += Math.max(Math.ulp(amount), Math.max(Math.ulp(before), Math.ulp(least)));
    }
    return new Step(how.rule(), how.about(), how.places(), amount);
  }
}
