package org.aboveboard.fairness.watch;

import java.util.Optional;

/// An e-process with a threshold: tells whether a claim has been false for some time.
public final class Watch implements Monitor {
  private static final Verdict QUIET = new Verdict.Quiet(0, 0);

  private final double alpha;
  private final double threshold;
  private EProcess process;
  private Verdict last;

  private Watch(State state) {
    alpha = Unit.chance(state.alpha());
    threshold = -Math.log(alpha);
    process = EProcess.of(state.process());
    last = state.verdict();
  }

  /// @param alpha the chance that a false alarm is ever raised
  public static Watch of(Claim claim, Bet bet, double alpha) {
    return of(new State(alpha, EProcess.of(claim, bet).state(), QUIET));
  }

  public static Watch of(State state) {
    return new Watch(state);
  }

  @Override
  public Optional<Verdict.Alarm> see(double first, double second) {
    process.see(first, second);
    if (last instanceof Verdict.Alarm || process.peak().log() < threshold) {
      return Optional.empty();
    }
    var alarm = new Verdict.Alarm(guarantee(), process.evidence().log(), process.pairs());
    last = alarm;
    return Optional.of(alarm);
  }

  @Override
  public Verdict verdict() {
    return switch (last) {
      case Verdict.Alarm alarm -> alarm;
      case Verdict.Quiet _ -> new Verdict.Quiet(process.evidence().log(), process.pairs());
    };
  }

  @Override
  public Guarantee guarantee() {
    return new Guarantee.FalseAlarm(alpha);
  }

  @Override
  public void clear() {
    var state = process.state();
    process = EProcess.of(state.claim(), state.bet());
    last = QUIET;
  }

  /// The evidence now.
  public EValue evidence() {
    return process.evidence();
  }

  public State state() {
    return new State(alpha, process.state(), verdict());
  }

  /// All that there is to save.
  public record State(double alpha, EProcess.State process, Verdict verdict) {}
}
