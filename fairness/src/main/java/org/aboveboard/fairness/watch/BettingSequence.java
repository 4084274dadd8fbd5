package org.aboveboard.fairness.watch;

import java.util.Arrays;
import java.util.List;

/// The sequence by hedged betting (Waudby-Smith & Ramdas, JRSS B 2024): somebody bets against each
/// mean of a grid, that it is too low and that it is too high, and the means from which nobody got
/// rich remain. The narrowest that is known, for the work of a whole grid at each value.
///
/// Between two points of the grid nothing is excluded, so the interval reaches to the next excluded
/// point on both sides.
public final class BettingSequence implements ConfidenceSequence {
  private final double alpha;
  private final double limit;
  private final double[] above;
  private final double[] below;
  private long seen;
  private double sum;
  private double squares;

  private BettingSequence(State state) {
    alpha = state.alpha();
    limit = Stakes.limit(alpha);
    above = state.above().stream().mapToDouble(Double::doubleValue).toArray();
    below = state.below().stream().mapToDouble(Double::doubleValue).toArray();
    seen = state.seen();
    sum = state.sum();
    squares = state.squares();
  }

  /// With a grid of 1,000 steps.
  public static BettingSequence of(double alpha) {
    return of(alpha, 1_000);
  }

  public static BettingSequence of(double alpha, int steps) {
    if (steps < 2) {
      throw new IllegalArgumentException("a grid has 2 steps or more, not " + steps);
    }
    var zeros = Arrays.stream(new double[steps + 1]).boxed().toList();
    return of(new State(alpha, zeros, zeros, 0, 0, 0));
  }

  public static BettingSequence of(State state) {
    return new BettingSequence(state);
  }

  @Override
  public void see(double value) {
    Unit.outcome(value);
    double stake = Stakes.next(limit, seen, (0.25 + squares) / (seen + 1));
    int steps = above.length - 1;
    for (int i = 0; i <= steps; i++) {
      double mean = (double) i / steps;
      above[i] += Math.log1p(Math.min(stake, 0.5 / mean) * (value - mean));
      below[i] += Math.log1p(-Math.min(stake, 0.5 / (1 - mean)) * (value - mean));
    }
    seen++;
    sum += value;
    double left = value - (0.5 + sum) / (seen + 1);
    squares += left * left;
  }

  @Override
  public Interval interval() {
    int steps = above.length - 1;
    int first = 0;
    int last = steps;
    int least = least();
    while (first < least && excludes(first)) {
      first++;
    }
    while (last > least && excludes(last)) {
      last--;
    }
    return new Interval(Math.max(first - 1.0, 0) / steps, Math.min(last + 1.0, steps) / steps);
  }

  @Override
  public boolean isAsymptotic() {
    return false;
  }

  public State state() {
    return new State(
        alpha,
        Arrays.stream(above).boxed().toList(),
        Arrays.stream(below).boxed().toList(),
        seen,
        sum,
        squares);
  }

  /// Whether somebody got rich betting against this point of the grid.
  boolean excludes(int i) {
    return wealth(i) >= limit;
  }

  private double wealth(int i) {
    return Math.max(above[i], below[i]);
  }

  private int least() {
    int least = 0;
    for (int i = 1; i < above.length; i++) {
      least = wealth(i) < wealth(least) ? i : least;
    }
    return least;
  }

  /// All that there is to save.
  public record State(
      double alpha, List<Double> above, List<Double> below, long seen, double sum, double squares) {
    public State {
      above = List.copyOf(above);
      below = List.copyOf(below);
      if (above.size() != below.size() || above.size() < 3) {
        throw new IllegalArgumentException(
            "a saved state has one wealth on each side of each step");
      }
      above.forEach(Unit::finite);
      below.forEach(Unit::finite);
      Unit.finite(sum, squares);
    }
  }
}
