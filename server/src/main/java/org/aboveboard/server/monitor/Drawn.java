package org.aboveboard.server.monitor;

import org.aboveboard.fairness.watch.BernsteinSequence;
import org.aboveboard.fairness.watch.Interval;

/// What is drawn of a group: the mean so far, and where the true one lies at every moment at once.
final class Drawn {
  private final BernsteinSequence sequence;
  private long seen;
  private double sum;

  /// All that there is to save.
  record State(BernsteinSequence.State sequence, long seen, double sum) {}

  private Drawn(State state) {
    this.sequence = BernsteinSequence.of(state.sequence());
    this.seen = state.seen();
    this.sum = state.sum();
  }

  static Drawn of(State state) {
    return new Drawn(state);
  }

  /// @param alpha the chance that the true mean is ever outside
  static State begin(double alpha) {
    return new State(BernsteinSequence.of(alpha).state(), 0, 0);
  }

  void see(double value) {
    sequence.see(value);
    seen++;
    sum += value;
  }

  Interval interval() {
    return sequence.interval();
  }

  /// The mean so far, within its interval.
  double mean() {
    return Math.clamp(seen == 0 ? 0 : sum / seen, interval().low(), interval().high());
  }

  State state() {
    return new State(sequence.state(), seen, sum);
  }
}
