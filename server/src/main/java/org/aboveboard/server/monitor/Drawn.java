package org.aboveboard.server.monitor;

import org.aboveboard.fairness.watch.Interval;
import org.aboveboard.fairness.watch.RunningMean;

/// What is drawn of a group: the mean so far, and where the true one lies at every moment at once,
/// though what is done about it makes it move.
final class Drawn {
  private final RunningMean sequence;

  private Drawn(RunningMean.State state) {
    this.sequence = RunningMean.of(state);
  }

  static Drawn of(RunningMean.State state) {
    return new Drawn(state);
  }

  /// @param alpha the chance that the true mean is ever outside
  static RunningMean.State begin(double alpha) {
    return RunningMean.of(alpha).state();
  }

  void see(double value) {
    sequence.see(value);
  }

  Interval interval() {
    return sequence.interval();
  }

  double mean() {
    return sequence.mean();
  }

  RunningMean.State state() {
    return sequence.state();
  }
}
