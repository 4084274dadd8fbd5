package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.aboveboard.server.lease.History.Kind;
import org.aboveboard.server.lease.History.Step;
import org.junit.jupiter.api.Test;

/// The judge of [LinearizableTest] is itself judged: by histories of which the verdict is known.
final class HistoryTest {
  private static final long SEED = 7;

  private static History of(Step... steps) {
    History history = new History();
    for (Step step : steps) {
      history.add(step);
    }
    return history;
  }

  private static Step give(long asked, long answered, long index) {
    return new Step(Kind.GIVE, asked, answered, index);
  }

  private static Step withdraw(long asked, long answered, long index) {
    return new Step(Kind.WITHDRAW, asked, answered, index);
  }

  private static Step allowed(long asked, long answered) {
    return new Step(Kind.ALLOWED, asked, answered, 0);
  }

  @Test
  void anAllowanceAfterAnAcknowledgedWithdrawalIsWrong() {
    assertThat(of(give(1, 2, 10), withdraw(3, 4, 11), allowed(5, 6)).wrong()).hasSize(1);
  }

  @Test
  void anAllowanceThatBeganBeforeTheAcknowledgementIsRight() {
    assertThat(of(give(1, 2, 10), withdraw(3, 6, 11), allowed(5, 7)).wrong()).isEmpty();
  }

  @Test
  void anAllowanceNeedsAYes() {
    assertThat(of(allowed(1, 2)).wrong()).hasSize(1);
    assertThat(of(allowed(1, 2), give(3, 4, 10)).wrong()).hasSize(1);
  }

  @Test
  void aYesThatWasOnItsWayAllows() {
    assertThat(of(withdraw(1, 2, 10), give(3, 9, 11), allowed(4, 5)).wrong()).isEmpty();
    assertThat(of(withdraw(1, 2, 10), give(3, 9, Long.MAX_VALUE), allowed(4, 5)).wrong()).isEmpty();
  }

  @Test
  void aYesThatTheJournalHasBeforeTheWithdrawalDoesNotAllow() {
    assertThat(of(withdraw(1, 4, 11), give(2, 5, 10), allowed(6, 7)).wrong()).hasSize(1);
    assertThat(of(withdraw(1, 4, 10), give(2, 5, 11), allowed(6, 7)).wrong()).isEmpty();
  }

  @Test
  void nodesThatReadTheRegisterAreRightAndNodesThatRememberItAreWrong() {
    System.out.println("HistoryTest seed " + SEED);
    SplittableRandom seeds = new SplittableRandom(SEED);
    for (int run = 0; run < 50; run++) {
      long seed = seeds.nextLong();
      assertThat(simulated(seed, 1).wrong()).as("seed %d", seed).isEmpty();
      assertThat(simulated(seed, 20).wrong()).as("seed %d", seed).isNotEmpty();
    }
  }

  /// Two nodes that answer out of what they read, reading again each time or seldom.
  private static History simulated(long seed, int readsEvery) {
    SplittableRandom random = new SplittableRandom(seed);
    History history = new History();
    boolean isGiven = false;
    boolean[] remembered = new boolean[2];
    for (long tick = 1; tick < 2000; tick += 2) {
      int node = random.nextInt(2);
      if (random.nextInt(10) == 0) {
        isGiven = random.nextBoolean();
        history.add(new Step(isGiven ? Kind.GIVE : Kind.WITHDRAW, tick, tick + 1, tick));
      } else {
        if (random.nextInt(readsEvery) == 0) {
          remembered[node] = isGiven;
        }
        if (remembered[node]) {
          history.add(allowed(tick, tick + 1));
        }
      }
    }
    return history;
  }
}
