package org.aboveboard.fairness.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells whether a claim that held has lately begun to be false (Shin, Ramdas & Rinaldo,
/// "E-detectors", 2022). It bets as if the change might have come before any of the pairs, so it
/// does not have to win back what it lost while all was well.
///
/// It does NOT keep the chance of a false alarm at α: sooner or later it raises one. What it keeps
/// is the average run length: on average at least 1/α pairs pass before a false alarm.
public final class EDetector implements Monitor {
  private final Setting setting;
  private List<Bettor> bettors;
  private double[] sums;
  private long pairs;
  private Verdict last;

  /// How the evidence for a change at each past pair is put together.
  public enum Rule {
    /// Their sum.
    SHIRYAEV_ROBERTS,
    /// The largest of them.
    CUSUM
  }

  /// What a detector looks for.
  ///
  /// @param runLength the least average number of pairs until a false alarm; 1/α in the paper
  public record Setting(Rule rule, Claim claim, Bet bet, double runLength) {
    public Setting {
      if (!(runLength > 1 && runLength < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "an average run length is more than 1 pair, not " + runLength);
      }
    }
  }

  private EDetector(State state) {
    setting = state.setting();
    bettors = Bettor.against(setting.claim(), setting.bet(), state.learnt());
    sums = state.sums().stream().mapToDouble(Double::doubleValue).toArray();
    pairs = state.pairs();
    last = state.verdict();
  }

  public static EDetector of(Setting setting) {
    return of(State.before(setting));
  }

  public static EDetector of(State state) {
    return new EDetector(state);
  }

  @Override
  public Optional<Verdict.Alarm> see(double first, double second) {
    Unit.outcome(first);
    Unit.outcome(second);
    if (last instanceof Verdict.Alarm) {
      return Optional.empty();
    }
    pairs++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = before(sums[i]) * bettors.get(i).multiplier(first, second);
    }
    if (mean() < setting.runLength()) {
      return Optional.empty();
    }
    var alarm = new Verdict.Alarm(guarantee(), Math.log(mean()), pairs);
    last = alarm;
    return Optional.of(alarm);
  }

  private double before(double sum) {
    return switch (setting.rule()) {
      case SHIRYAEV_ROBERTS -> sum + 1;
      case CUSUM -> Math.max(sum, 1);
    };
  }

  @Override
  public Verdict verdict() {
    return switch (last) {
      case Verdict.Alarm alarm -> alarm;
      case Verdict.Quiet _ -> new Verdict.Quiet(pairs == 0 ? 0 : Math.log(mean()), pairs);
    };
  }

  @Override
  public Guarantee guarantee() {
    return new Guarantee.AverageRunLength(setting.runLength());
  }

  @Override
  public void clear() {
    var anew = of(setting);
    bettors = anew.bettors;
    sums = anew.sums;
    pairs = anew.pairs;
    last = anew.last;
  }

  public State state() {
    return new State(
        setting,
        pairs,
        Arrays.stream(sums).boxed().toList(),
        bettors.stream().map(Bettor::learnt).toList(),
        verdict());
  }

  private double mean() {
    return sums.length == 1 ? sums[0] : (sums[0] + sums[1]) / 2;
  }

  /// All that there is to save.
  public record State(
      Setting setting, long pairs, List<Double> sums, List<Learnt> learnt, Verdict verdict) {
    public State {
      sums = List.copyOf(sums);
      learnt = List.copyOf(learnt);
      sums.forEach(Unit::finite);
      if (sums.size() != learnt.size()) {
        throw new IllegalArgumentException("a saved state has one sum for each bettor");
      }
    }

    static State before(Setting setting) {
      var nothing =
          Direction.against(setting.claim(), setting.bet()).stream()
              .map(_ -> Learnt.NOTHING)
              .toList();
      return new State(
          setting, 0, nothing.stream().map(_ -> 0.0).toList(), nothing, new Verdict.Quiet(0, 0));
    }
  }
}
