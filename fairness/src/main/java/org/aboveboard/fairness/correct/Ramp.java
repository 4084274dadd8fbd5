package org.aboveboard.fairness.correct;

/// How strongly FairCo corrects now. An alarm turns it up, a clearing turns it down, and it never
/// leaves the envelope that was declared.
public record Ramp(Envelope envelope, double lambda) {
  public Ramp {
    if (!(lambda >= envelope.lowest && lambda <= envelope.highest)) {
      throw new IllegalArgumentException(
          "lambda is from " + envelope.lowest + " to " + envelope.highest);
    }
  }

  /// What an automatic correction may do.
  ///
  /// @param lowest λ when all is well, such as 0
  /// @param highest the largest λ
  /// @param up how much λ grows each time it is looked at while the alarm is on
  /// @param down how much λ falls each time it is looked at while the alarm is off
  /// @param clamp the most that may be added to a score, in spreads of the scores of a request
  public record Envelope(double lowest, double highest, double up, double down, double clamp) {
    public Envelope {
      boolean isOrdered = 0 <= lowest && lowest <= highest && Double.isFinite(highest);
      boolean isMoving = up > 0 && down > 0 && Double.isFinite(up) && Double.isFinite(down);
      if (!isOrdered || !isMoving || !(clamp >= 0 && Double.isFinite(clamp))) {
        throw new IllegalArgumentException(
            "an envelope has 0 <= lowest <= highest, steps above 0, and a clamp of 0 or more");
      }
    }
  }

  /// Correction at its lowest.
  public static Ramp of(Envelope envelope) {
    return new Ramp(envelope, envelope.lowest);
  }

  /// One step up while the alarm is on, one step down while it is off.
  public Ramp next(boolean isAlarmed) {
    double step = isAlarmed ? envelope.up : -envelope.down;
    return new Ramp(envelope, Math.clamp(lambda + step, envelope.lowest, envelope.highest));
  }

  /// The corrector as it is now.
  public FairCo fairCo() {
    return new FairCo(lambda, envelope.clamp);
  }
}
