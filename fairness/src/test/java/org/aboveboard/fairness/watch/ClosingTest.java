package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int LIMIT = 2_000;

  @Test
  void anImpressionClosesWhenItsTimeIsUpWithItsOutcomeOrZero() {
    var closing = Closing.of(new Closing.Setting(Duration.ofMinutes(30), 100));
    closing.open(1, "a", 11, START);
    closing.open(2, "b", 12, START.plusSeconds(60));
    assertThat(closing.outcome(2, 1, START.plusSeconds(120))).isTrue();
    assertThat(closing.due(START.plusSeconds(1_799))).isEmpty();
    assertThat(closing.outcome(1, 1, START.plusSeconds(1_801))).isFalse();
    assertThat(closing.outcome(3, 1, START)).isFalse();
    assertThat(closing.due(START.plusSeconds(1_900)))
        .containsExactly(new Closing.Closed("a", 11, 0), new Closing.Closed("b", 12, 1));
    assertThat(closing.state().open()).isEmpty();
  }

  @Test
  void thereIsRoomForSoManyAndWhatWasSavedGoesOn() {
    var closing = Closing.of(new Closing.Setting(Duration.ofMinutes(30), 2));
    LongStream.range(0, 5).forEach(i -> closing.open(i, "a", i, START));
    assertThat(closing.crowded()).isEqualTo(3);
    var again = Closing.of(closing.state());
    assertThat(again.due(START.plusSeconds(1_800)))
        .isEqualTo(closing.due(START.plusSeconds(1_800)));
    assertThat(again.state()).isEqualTo(closing.state());
  }

  /// Two groups with one rate, one twice as large as the other; an outcome takes no time, a failure
  /// the whole limit. Told as they come the first are successes alone, of which the larger group
  /// has more.
  @Test
  void outcomesThatEnterInOrderOfTheirTimeDoNotAlarmWhereTheyWouldAsTheyCome() {
    double asTheyCome = rate(true);
    double byTime = rate(false);
    System.out.print(
        String.format(
            Locale.ROOT,
            "false alarms with delayed outcomes: entered as they come rate %.3f, when their time is up"
                + " rate %.3f%n",
            asTheyCome,
            byTime));
    assertThat(asTheyCome).isGreaterThan(0.5);
    assertThat(byTime).isLessThanOrEqualTo(0.05);
  }

  private static double rate(boolean isAtOnce) {
    return LongStream.range(0, 100).filter(seed -> alarms(seed, isAtOnce)).count() / 100.0;
  }

  private static boolean alarms(long seed, boolean isAtOnce) {
    var random = new SplittableRandom(seed);
    var closing = Closing.of(new Closing.Setting(Duration.ofSeconds(LIMIT), 10_000));
    var pairing = Pairing.of(Pairing.Setting.of(List.of("a", "b"), Pairing.Against.POOLED));
    var watch = Watch.of(Claim.equal(), Bet.aGrapa(), 0.05);
    for (long i = 0; i < 6_000; i++) {
      var group = i % 3 == 0 ? "b" : "a";
      var now = START.plusSeconds(i);
      boolean isSuccess = random.nextDouble() < 0.1;
      if (isSuccess && isAtOnce) {
        pairing.enter(group, i, 0, 1).stream().findFirst().ifPresent(one -> see(watch, one));
      } else {
        closing.open(i, group, i, now);
        closing.outcome(i, isSuccess ? 1 : 0, now);
      }
      for (var closed : closing.due(now)) {
        pairing.enter(closed.group(), closed.person(), 0, closed.value()).stream()
            .findFirst()
            .ifPresent(one -> see(watch, one));
      }
    }
    return watch.verdict() instanceof Verdict.Alarm;
  }

  private static void see(Watch watch, Pair pair) {
    watch.see(pair.own(), pair.other());
  }
}
