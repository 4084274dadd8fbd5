package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WatchTest {
  /// Three pairs by hand. Nothing is staked on the first, (1, 0). Then one side has seen 1: its
  /// stake is 1/(¼ + 1) = .8, cut to ½; the other would have to stake less than nothing. (1, 0)
  /// again: ½·1.5 + ½·1 = 1.25. (0, 1): ½·1.5·.5 + ½·1 = .875.
  @Test
  void aWorkedExample() {
    var process = EProcess.of(Claim.equal(), Bet.aGrapa());
    process.see(1, 0);
    assertThat(process.evidence().value()).isEqualTo(1);
    process.see(1, 0);
    assertThat(process.evidence().value()).isCloseTo(1.25, within(1e-15));
    process.see(0, 1);
    assertThat(process.evidence().value()).isCloseTo(0.875, within(1e-15));
    assertThat(process.peak().p()).isCloseTo(0.8, within(1e-15));
  }

  /// A second group at nothing against a first at .5 gives .4 a pair. Staked after the first: .4/(¼
  /// + .16) > ½, so 1.2 for each pair after it.
  @Test
  void aWorkedExampleOfTheFourFifths() {
    var process = EProcess.of(Claim.fourFifths(), Bet.aGrapa());
    for (int pair = 0; pair < 4; pair++) {
      process.see(0.5, 0);
    }
    assertThat(process.evidence().value()).isCloseTo(1.2 * 1.2 * 1.2, within(1e-14));
  }

  /// The first Newton step is c·1/(1 + 1) with c = 2/(2 − ln 3), cut to ½.
  @Test
  void aWorkedExampleOfTheNewtonStep() {
    var process = EProcess.of(Claim.equal(), Bet.newtonStep());
    process.see(0.1, 0);
    process.see(1, 0);
    double stake = 2 / (2 - Math.log(3)) * 0.1 / 1.01;
    assertThat(process.evidence().value()).isCloseTo(1 + stake, within(1e-14));
  }

  @Test
  void anAlarmIsRaisedOnceUntilItIsCleared() {
    var watch = Watch.of(Claim.equal(), Bet.aGrapa(), 0.05);
    assertRaisesOnce(watch);
    assertThat(watch.guarantee()).isEqualTo(new Guarantee.FalseAlarm(0.05));
  }

  @Test
  void aDetectorPromisesARunLengthAndBeginsAnewOnceCleared() {
    for (var rule : EDetector.Rule.values()) {
      var setting = new EDetector.Setting(rule, Claim.equal(), Bet.recent(100, 0.02), 500);
      var detector = EDetector.of(setting);
      assertRaisesOnce(detector);
      assertThat(detector.guarantee()).isEqualTo(new Guarantee.AverageRunLength(500));
      assertThat(detector.state()).isEqualTo(EDetector.of(setting).state());
    }
  }

  private static void assertRaisesOnce(Monitor monitor) {
    int alarms = 0;
    for (int pair = 0; pair < 200; pair++) {
      alarms += monitor.see(1, 0).isPresent() ? 1 : 0;
    }
    assertThat(alarms).isOne();
    assertThat(monitor.verdict()).isInstanceOf(Verdict.Alarm.class);
    monitor.clear();
    assertThat(monitor.verdict()).isEqualTo(new Verdict.Quiet(0, 0));
  }

  @Test
  void whatIsNoOutcomeIsRefusedAndChangesNothing() {
    var process = EProcess.of(Claim.equal(), Bet.aGrapa());
    process.see(1, 0);
    var before = process.state();
    for (double bad : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> process.see(0, bad))
          .withMessageContaining("between 0 and 1");
    }
    assertThat(process.state()).isEqualTo(before);
    assertThatIllegalArgumentException().isThrownBy(() -> new Claim.Within(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Watch.of(Claim.equal(), Bet.aGrapa(), 1));
  }

  @Test
  void outcomesThatNeverDifferNeverAlarm() {
    var watch = Watch.of(Claim.equal(), Bet.newtonStep(), 0.05);
    for (int pair = 0; pair < 1_000; pair++) {
      assertThat(watch.see(1, 1)).isEmpty();
    }
    assertThat(watch.evidence()).isEqualTo(new EValue(0));
  }

  @Test
  void wealthBeyondADoubleIsStillFinite() {
    var process = EProcess.of(Claim.equal(), Bet.aGrapa());
    for (int pair = 0; pair < 10_000; pair++) {
      process.see(1, 0);
    }
    assertThat(process.evidence().log()).isGreaterThan(4_000);
    assertThat(process.evidence().value()).isEqualTo(Double.MAX_VALUE);
    assertThat(process.evidence().p()).isZero();
  }

  /// K = 4, α = .1: 40/k is needed. The third has 16 ≥ 40/3, the fourth 5 < 10.
  @Test
  void aWorkedExampleOfEBh() {
    assertThat(EBenjaminiHochberg.rejected(values(16, 50, 5, 20), 0.1)).containsExactly(1, 3, 0);
    assertThat(EBenjaminiHochberg.rejected(values(1, 1), 0.1)).isEmpty();
    assertThat(EBenjaminiHochberg.rejected(List.of(), 0.1)).isEmpty();
    assertThat(EValue.mean(values(1, 3)).value()).isCloseTo(2, within(1e-14));
  }

  @Test
  void eachOfManyStreamsNeedsItsShareOfAlpha() {
    var streams = Streams.of(List.of("a", "b", "c", "d"), Claim.equal(), Bet.aGrapa(), 0.05);
    int pairs = 0;
    while (streams.see(new Pair("b", 1, 0)).isEmpty()) {
      pairs++;
    }
    // ½·1.5^n ≥ 80 at n = 13, the first pair is without a stake
    assertThat(pairs + 1).isEqualTo(14);
    assertThat(streams.currently()).containsExactly("b");
    assertThat(streams.verdict("a")).isEqualTo(new Verdict.Quiet(0, 0));
    assertThat(Streams.of(streams.state()).state()).isEqualTo(streams.state());
    for (int pair = 0; pair < 200; pair++) {
      streams.see(new Pair("b", 0, 1));
      streams.see(new Pair("b", 1, 0));
    }
    assertThat(streams.currently()).isEmpty();
    assertThat(streams.verdict("b")).isInstanceOf(Verdict.Alarm.class);
    assertThatIllegalArgumentException().isThrownBy(() -> streams.verdict("e"));
  }

  private static List<EValue> values(double... values) {
    return DoubleStream.of(values).mapToObj(value -> new EValue(Math.log(value))).toList();
  }
}
