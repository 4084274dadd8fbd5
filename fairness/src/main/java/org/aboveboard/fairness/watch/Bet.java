package org.aboveboard.fairness.watch;

/// How the next stake follows from the pairs seen. Every rule is valid, since a stake is fixed
/// before its pair is seen; they differ in how soon they find something.
public sealed interface Bet {
  /// The stake that would have grown fastest, to second order: mean over second moment of what was
  /// seen, beginning with one made-up observation of variance ¼ (aGRAPA; Waudby-Smith & Ramdas,
  /// JRSS B 2024).
  ///
  /// @param keep the weight that what was seen keeps from one pair to the next; 1 forgets nothing
  /// @param shift the least mean to bet on, whatever was seen
  record AGrapa(double keep, double shift) implements Bet {
    public AGrapa {
      if (!(keep > 0 && keep <= 1 && shift >= 0 && shift < 1)) {
        throw new IllegalArgumentException(
            "keep is more than 0 and at most 1, a shift at least 0 and less than 1");
      }
    }
  }

  /// The online Newton step (Chugg, Cortes-Gomez, Wilder & Ramdas, NeurIPS 2023).
  record NewtonStep() implements Bet {}

  static Bet aGrapa() {
    return new AGrapa(1, 0);
  }

  /// For detectors, which ask about what happened lately.
  ///
  /// @param pairs over how many pairs it forgets
  /// @param shift the smallest change that one wants to hear of
  static Bet recent(int pairs, double shift) {
    if (pairs < 1) {
      throw new IllegalArgumentException("a memory is of 1 pair or more, not " + pairs);
    }
    return new AGrapa(1 - 1.0 / (pairs + 1), shift);
  }

  static Bet newtonStep() {
    return new NewtonStep();
  }
}
