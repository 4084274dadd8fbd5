package org.aboveboard.fairness.watch;

/// Where the mean of the true values so far lies, at every moment at once, even where the truth
/// drifts: the empirical Bernstein sequence of Howard, Ramdas, McAuliffe and Sekhon (Annals of
/// Statistics 49, 2021, theorem 4), with their stitched boundary.
///
/// It is the plain mean plus and minus S(V)/n, where V sums (X − μ)² and μ is the mean of the
/// values before. With η = 2 and s = 1.4, S(v) = √(k₁²vℓ + k₂²ℓ²) + k₂ℓ for ℓ = s·ln ln(2v) +
/// ln(2ζ(s)/(α lnˢ2)), from v = 1 on. [BernsteinSequence] is narrower and weighs its values, so it
/// holds where the truth stands still.
public final class RunningMean {
  private static final double S = 1.4;
  private static final double ZETA = 3.1055472779775815;
  private static final double K1 =
      (StrictMath.pow(2, 0.25) + StrictMath.pow(2, -0.25)) / Math.sqrt(2);
  private static final double K2 = (Math.sqrt(2) + 1) / 2;

  private final double alpha;
  private long seen;
  private double sum;
  private double spread;

  private RunningMean(State state) {
    alpha = state.alpha();
    seen = state.seen();
    sum = state.sum();
    spread = state.spread();
  }

  /// @param alpha the chance that it is ever wrong
  public static RunningMean of(double alpha) {
    return of(new State(alpha, 0, 0, 0));
  }

  public static RunningMean of(State state) {
    return new RunningMean(state);
  }

  public void see(double value) {
    Unit.outcome(value);
    double error = value - (0.5 + sum) / (seen + 1);
    spread += error * error;
    seen++;
    sum += value;
  }

  /// The mean so far; 0 of nothing.
  public double mean() {
    return seen == 0 ? 0 : sum / seen;
  }

  public Interval interval() {
    if (seen == 0) {
      return new Interval(0, 1);
    }
    double half = boundary(Math.max(1, spread)) / seen;
    return new Interval(Math.clamp(mean() - half, 0, 1), Math.clamp(mean() + half, 0, 1));
  }

  private double boundary(double v) {
    double log =
        S * Math.log(Math.log(2 * v)) + Math.log(2 * ZETA / (alpha * Math.pow(Math.log(2), S)));
    return Math.sqrt(K1 * K1 * v * log + K2 * K2 * log * log) + K2 * log;
  }

  public State state() {
    return new State(alpha, seen, sum, spread);
  }

  /// All that there is to save.
  public record State(double alpha, long seen, double sum, double spread) {
    public State {
      Unit.finite(sum, spread);
    }
  }
}
