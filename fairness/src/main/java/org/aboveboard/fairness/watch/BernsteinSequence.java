package org.aboveboard.fairness.watch;

/// The predictable-mixture empirical Bernstein sequence (Waudby-Smith & Ramdas, JRSS B 2024): in
/// closed form, narrow where the values vary little.
///
/// With λ fixed before each value and ψ(λ) = −ln(1 − λ) − λ, it is ΣλX/Σλ plus and minus (ln(2/α) +
/// Σ(X − μ)²ψ(λ))/Σλ, where μ is the mean of the values before.
public final class BernsteinSequence implements ConfidenceSequence {
  private final double alpha;
  private final double limit;
  private long seen;
  private double sum;
  private double squares;
  private double stakes;
  private double staked;
  private double spread;

  private BernsteinSequence(State state) {
    alpha = state.alpha();
    limit = Stakes.limit(alpha);
    seen = state.seen();
    sum = state.sum();
    squares = state.squares();
    stakes = state.stakes();
    staked = state.staked();
    spread = state.spread();
  }

  public static BernsteinSequence of(double alpha) {
    return of(new State(alpha, 0, 0, 0, 0, 0, 0));
  }

  public static BernsteinSequence of(State state) {
    return new BernsteinSequence(state);
  }

  @Override
  public void see(double value) {
    Unit.outcome(value);
    double stake = Math.min(Stakes.next(limit, seen, (0.25 + squares) / (seen + 1)), 0.5);
    double error = value - (0.5 + sum) / (seen + 1);
    stakes += stake;
    staked += stake * value;
    spread += error * error * (-Math.log(1 - stake) - stake);
    seen++;
    sum += value;
    double left = value - (0.5 + sum) / (seen + 1);
    squares += left * left;
  }

  @Override
  public Interval interval() {
    if (seen == 0) {
      return new Interval(0, 1);
    }
    double centre = staked / stakes;
    double half = (limit + spread) / stakes;
    return new Interval(Math.clamp(centre - half, 0, 1), Math.clamp(centre + half, 0, 1));
  }

  @Override
  public boolean isAsymptotic() {
    return false;
  }

  public State state() {
    return new State(alpha, seen, sum, squares, stakes, staked, spread);
  }

  /// All that there is to save.
  public record State(
      double alpha,
      long seen,
      double sum,
      double squares,
      double stakes,
      double staked,
      double spread) {
    public State {
      Unit.finite(sum, squares, stakes, staked, spread);
    }
  }
}
