package org.aboveboard.fairness.watch;

import java.util.Arrays;
import java.util.List;

/// Wealth made by betting against a claim, pair by pair. Where the claim holds nobody gets rich:
/// the chance that the wealth ever reaches 1/α is at most α (Ville), so it may be looked at after
/// every pair. From Chugg et al., "Auditing fairness by betting" (NeurIPS 2023).
///
/// Owned by whoever made it, and not for several threads; [#state] is a copy, from which
/// [#of(State)] goes on bit for bit.
public final class EProcess {
  private final Claim claim;
  private final Bet bet;
  private final List<Bettor> bettors;
  private final double[] logs;
  private double peak;
  private long pairs;

  private EProcess(State state) {
    claim = state.claim();
    bet = state.bet();
    bettors = Bettor.against(claim, bet, state.learnt());
    logs = state.logs().stream().mapToDouble(Double::doubleValue).toArray();
    peak = state.peak();
    pairs = state.pairs();
  }

  /// With a wealth of 1.
  public static EProcess of(Claim claim, Bet bet) {
    var nothing = Direction.against(claim, bet).stream().map(_ -> Learnt.NOTHING).toList();
    return of(new State(claim, bet, 0, 0, nothing.stream().map(_ -> 0.0).toList(), nothing));
  }

  /// As it was when it was saved.
  public static EProcess of(State state) {
    return new EProcess(state);
  }

  /// Bets on a pair: an outcome of the first group, and one of the second, each from 0 to 1.
  public void see(double first, double second) {
    Unit.outcome(first);
    Unit.outcome(second);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      double multiplier = bettors.get(i).multiplier(first, second);
      logs[i] += multiplier == 1 ? 0 : Math.log(multiplier);
      most = Math.max(most, logs[i]);
    }
    pairs++;
    if (most > peak) {
      peak = Math.max(peak, mean());
    }
  }

  /// The evidence now.
  public EValue evidence() {
    return new EValue(mean());
  }

  /// The most evidence that there ever was; its p-value is one for whoever looked all the time.
  public EValue peak() {
    return new EValue(peak);
  }

  public long pairs() {
    return pairs;
  }

  public State state() {
    return new State(
        claim,
        bet,
        pairs,
        peak,
        Arrays.stream(logs).boxed().toList(),
        bettors.stream().map(Bettor::learnt).toList());
  }

  private double mean() {
    if (logs.length == 1) {
      return logs[0];
    }
    double most = Math.max(logs[0], logs[1]);
    double least = Math.min(logs[0], logs[1]);
    return most + Math.log1p(Math.exp(least - most)) - Math.log(2);
  }

  /// All that there is to save.
  ///
  /// @param peak the logarithm of the most wealth
  /// @param logs the logarithm of the wealth of each bettor
  public record State(
      Claim claim, Bet bet, long pairs, double peak, List<Double> logs, List<Learnt> learnt) {
    public State {
      logs = List.copyOf(logs);
      learnt = List.copyOf(learnt);
      Unit.finite(peak);
      logs.forEach(Unit::finite);
      if (logs.size() != learnt.size()) {
        throw new IllegalArgumentException("a saved state has one wealth for each bettor");
      }
    }
  }
}
