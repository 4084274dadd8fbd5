package org.aboveboard.server.monitor;

import java.time.Instant;
import java.util.Optional;
import org.aboveboard.fairness.watch.Bet;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.fairness.watch.EDetector;
import org.aboveboard.fairness.watch.Verdict;
import org.aboveboard.fairness.watch.Watch;

/// One stream of a monitor: the test of its claim, the detector of a recent change beside it, and,
/// while there is an alarm, the test of the opposite that ends it.
///
/// In each pair the first is what the others get and the second what the group itself gets, so that
/// the four-fifths claim of a stream is about its own group.
final class Lane {
  /// The least average number of pairs until the detector raises a false alarm.
  static final double RUN_LENGTH = 50_000;

  /// Over how many pairs the detector forgets, and the least change it is after.
  private static final Bet LATELY = Bet.recent(500, 0.02);

  /// Whoever falls short for long must be able to make good in a short time.
  private static final Bet BACK = Bet.recent(200, 0);

  private final Claim claim;
  private final Watch watch;
  private final EDetector recent;
  private long pairs;
  private double rest;
  private double own;
  private Optional<Back> back;
  private Optional<Instant> cleared;

  /// What raised an alarm.
  enum By {
    /// The test, whose chance of ever being wrong is the declared one.
    TEST,
    /// The detector, which is wrong now and then, but seldom.
    DETECTOR
  }

  /// The way back from an alarm.
  ///
  /// @param isLess whether it is the stream's own group that gets too little
  record Back(Instant since, By by, boolean isLess, Watch.State watch) {}

  /// All that there is to save.
  record State(
      Watch.State watch,
      EDetector.State recent,
      long pairs,
      double rest,
      double own,
      Optional<Back> back,
      Optional<Instant> cleared) {}

  /// What a pair changed.
  sealed interface Turn {
    record Raised(By by) implements Turn {}

    record Cleared() implements Turn {}
  }

  private Lane(State state) {
    this.claim = state.watch().process().claim();
    this.watch = Watch.of(state.watch());
    this.recent = EDetector.of(state.recent());
    this.pairs = state.pairs();
    this.rest = state.rest();
    this.own = state.own();
    this.back = state.back();
    this.cleared = state.cleared();
  }

  static Lane of(State state) {
    return new Lane(state);
  }

  /// @param alpha the chance that its test ever raises a false alarm
  static State begin(Claim claim, double alpha) {
    var setting = new EDetector.Setting(EDetector.Rule.SHIRYAEV_ROBERTS, claim, LATELY, RUN_LENGTH);
    return new State(
        Watch.of(claim, Bet.aGrapa(), alpha).state(),
        EDetector.of(setting).state(),
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /// Takes a pair, and gives what it changed.
  Optional<Turn> see(double others, double self, Instant now) {
    if (back.isPresent()) {
      return returns(back.get(), others, self, now);
    }
    pairs++;
    rest += others;
    own += self;
    Optional<Verdict.Alarm> tested = watch.see(others, self);
    Optional<Verdict.Alarm> detected = recent.see(others, self);
    if (tested.isEmpty() && detected.isEmpty()) {
      return Optional.empty();
    }
    By by = tested.isPresent() ? By.TEST : By.DETECTOR;
    back = Optional.of(new Back(now, by, own <= rest, opposite().state()));
    cleared = Optional.empty();
    return Optional.of(new Turn.Raised(by));
  }

  /// Doubts that somebody still falls short; once that is refuted all begins anew.
  private Optional<Turn> returns(Back alarm, double others, double self, Instant now) {
    Watch opposite = Watch.of(alarm.watch());
    double less = alarm.isLess() ? self : others;
    double more = alarm.isLess() ? others : self;
    Optional<Verdict.Alarm> refuted =
        switch (claim) {
          case Claim.AtLeast(double share) -> opposite.see(less, share * more);
          case Claim.Within(double tolerance) ->
              opposite.see((less + tolerance) / (1 + tolerance), more / (1 + tolerance));
        };
    if (refuted.isEmpty()) {
      back = Optional.of(new Back(alarm.since(), alarm.by(), alarm.isLess(), opposite.state()));
      return Optional.empty();
    }
    watch.clear();
    recent.clear();
    pairs = 0;
    rest = 0;
    own = 0;
    back = Optional.empty();
    cleared = Optional.of(now);
    return Optional.of(new Turn.Cleared());
  }

  /// That what the others get, as the claim allows for it, is at least what falls short.
  private Watch opposite() {
    return Watch.of(new Claim.AtLeast(1), BACK, watch.state().alpha());
  }

  State state() {
    return new State(watch.state(), recent.state(), pairs, rest, own, back, cleared);
  }
}
