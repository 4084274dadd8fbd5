package org.aboveboard.fairness.watch;

/// The asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, Annals of
/// Statistics 2024). It keeps α only as values become many, and must be labelled so where it is
/// drawn; in return it is simple, and about as wide as what is usual for a sample of fixed size.
///
/// It is the mean plus and minus σ√(2(tρ² + 1)/(t²ρ²) · ln(√(tρ² + 1)/α)), with ρ such that it is
/// narrowest about where it begins to speak.
public final class AsymptoticSequence implements ConfidenceSequence {
  private final Setting setting;
  private final double rho2;
  private long seen;
  private double mean;
  private double squares;

  /// @param first the number of values before which it says nothing
  public record Setting(double alpha, long first) {
    public Setting {
      Unit.chance(alpha);
      if (first < 2) {
        throw new IllegalArgumentException("there is no spread before 2 values; 200 is usual");
      }
    }
  }

  private AsymptoticSequence(State state) {
    setting = state.setting();
    double log = -2 * Math.log(setting.alpha());
    rho2 = (log + Math.log(log + 1)) / setting.first();
    seen = state.seen();
    mean = state.mean();
    squares = state.squares();
  }

  /// Silent before 200 values.
  public static AsymptoticSequence of(double alpha) {
    return of(new State(new Setting(alpha, 200), 0, 0, 0));
  }

  public static AsymptoticSequence of(State state) {
    return new AsymptoticSequence(state);
  }

  @Override
  public void see(double value) {
    Unit.outcome(value);
    seen++;
    double before = value - mean;
    mean += before / seen;
    squares += before * (value - mean);
  }

  @Override
  public Interval interval() {
    if (seen < setting.first() || squares <= 0) {
      return new Interval(0, 1);
    }
    double grown = seen * rho2 + 1;
    double half =
        Math.sqrt(
            squares
                / seen
                * 2
                * grown
                / ((double) seen * seen * rho2)
                * Math.log(Math.sqrt(grown) / setting.alpha()));
    return new Interval(Math.clamp(mean - half, 0, 1), Math.clamp(mean + half, 0, 1));
  }

  @Override
  public boolean isAsymptotic() {
    return true;
  }

  public State state() {
    return new State(setting, seen, mean, squares);
  }

  /// All that there is to save.
  public record State(Setting setting, long seen, double mean, double squares) {
    public State {
      Unit.finite(mean, squares);
    }
  }
}
