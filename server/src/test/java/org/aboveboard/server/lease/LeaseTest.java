package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.aboveboard.server.lease.Nodes.Stepped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes on one store, each step of each taken by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeaseTest {
  private static final Duration NOW = Duration.ZERO;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final AtomicLong SUBJECTS = new AtomicLong(1000);

  private Nodes nodes;
  private Ticking hereClock;
  private Ticking thereClock;
  private Stepped here;
  private Stepped there;
  private long subject;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    nodes = Nodes.in(folder);
  }

  @AfterAll
  void close() {
    nodes.close();
  }

  @BeforeEach
  void join() {
    subject = SUBJECTS.incrementAndGet();
    hereClock = new Ticking();
    thereClock = new Ticking();
    here = nodes.node(hereClock, hereClock);
    there = nodes.node(thereClock, thereClock);
    here.renew();
    there.renew();
  }

  @AfterEach
  void leave() {
    here.close();
    there.close();
    assertThat(nodes.leases()).isZero();
  }

  private void pass(Duration time) {
    hereClock.pass(time);
    thereClock.pass(time);
  }

  /// Somebody says something here, and nobody has heard it yet.
  private long saysHere() {
    return nodes.says(subject);
  }

  private boolean isAcknowledged(long index) {
    try {
      return here.lease().awaitHeard(index, subject, NOW);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean begins(Stepped node) {
    Moment moment = node.lease().begin();
    return node.lease().stands(moment, subject, nodes.said(subject));
  }

  @Test
  void aUseBeginsOnceWhatWasSaidIsRead() {
    nodes.says(subject);
    assertThat(begins(here)).isTrue();
    assertThat(begins(there)).isTrue();
  }

  @Test
  void aSayingIsAcknowledgedOnlyWhenTheOtherNodeHasHeardIt() throws Exception {
    long index = saysHere();
    assertThat(isAcknowledged(index)).isFalse();
    there.hears(index);
    assertThat(isAcknowledged(index)).isTrue();
  }

  @Test
  void whoeverWaitsIsWokenWhenTheOtherNodeHasHeard() throws Exception {
    long index = saysHere();
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            heard.complete(here.lease().awaitHeard(index, subject, LONG));
          } catch (InterruptedException e) {
            heard.completeExceptionally(e);
          }
        });
    assertThat(heard).isNotDone();
    there.hears(index);
    assertThat(heard.get()).isTrue();
  }

  @Test
  void aThreadThatWasPausedBetweenReadingAndBeginningIsRefused() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    there.hears(index);
    assertThat(isAcknowledged(index)).isTrue();
    assertThat(there.lease().stands(moment, subject, read)).isFalse();
    assertThat(there.lease().stands(moment, subject + 1, read)).as("somebody else").isTrue();
    assertThat(begins(there)).as("read again").isTrue();
  }

  @Test
  void aNodeHearsItsOwnSayingsAtOnce() {
    Moment moment = here.lease().begin();
    long read = nodes.said(subject);
    assertThat(isAcknowledged(saysHere())).isFalse();
    assertThat(here.lease().stands(moment, subject, read)).isFalse();
    assertThat(begins(here)).isTrue();
  }

  @Test
  void aSilentNodesLeaseRunsOutAndOnlyThenIsItAcknowledged() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    assertThat(isAcknowledged(index)).isFalse();
    pass(Lease.LIFE.minusNanos(1));
    assertThat(isAcknowledged(index)).isFalse();
    assertThat(there.lease().stands(moment, subject, read)).as("denies before that").isFalse();
    pass(Duration.ofNanos(1));
    assertThat(isAcknowledged(index)).isTrue();
    here.renew();
    assertThat(begins(here)).isTrue();
    assertThat(begins(there)).isFalse();
  }

  @Test
  void aNodeThatWakesUpHearsBeforeItsLeaseHoldsAgain() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    isAcknowledged(index);
    pass(Lease.LIFE);
    assertThat(isAcknowledged(index)).isTrue();
    there.renew();
    assertThat(there.lease().stands(moment, subject, read)).isFalse();
    assertThat(begins(there)).isTrue();
  }

  @Test
  void nothingBeginsWhileANodeThatWakesUpIsStillListening() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    isAcknowledged(index);
    pass(Lease.LIFE);
    assertThat(isAcknowledged(index)).isTrue();
    thereClock.whenRead(() -> assertThat(there.lease().stands(moment, subject, read)).isFalse());
    there.renew();
    assertThat(thereClock.reads()).isPositive();
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsInMemory() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    thereClock.whenRead(() ->
        assertThat(isAcknowledged(index) && there.lease().stands(moment, subject, read)).isFalse());
    there.hears(index);
    assertThat(thereClock.reads()).isPositive();
    assertThat(isAcknowledged(index)).isTrue();
  }

  @Test
  void aRenewalCountsFromBeforeItWasSent() {
    Instant before = nodes.renewed();
    AtomicBoolean isLate = new AtomicBoolean();
    thereClock.whenRead(() -> {
      if (nodes.renewed().isAfter(before) && isLate.compareAndSet(false, true)) {
        thereClock.pass(Lease.LIFE);
      }
    });
    there.renew();
    assertThat(isLate).isTrue();
    assertThat(there.lease().holds()).isFalse();
  }

  @Test
  void aLostNotificationIsMadeUpForByTheNextRenewal() throws Exception {
    Moment moment = there.lease().begin();
    long read = nodes.said(subject);
    long index = saysHere();
    there.misses(index);
    assertThat(isAcknowledged(index)).isFalse();
    there.renew();
    assertThat(isAcknowledged(index)).isTrue();
    assertThat(there.lease().stands(moment, subject, read)).isFalse();
  }

  @Test
  void aMachineThatSleptDeniesUntilItHasRenewed() throws Exception {
    assertThat(begins(there)).isTrue();
    thereClock.sleep(Lease.LIFE);
    assertThat(begins(there)).isFalse();
    there.renew();
    assertThat(begins(there)).isTrue();
  }

  @Test
  void aNodeThatHasJustJoinedIsWaitedForOrHasHeard() throws Exception {
    long before = saysHere();
    Ticking clock = new Ticking();
    Stepped third = nodes.node(clock, clock);
    assertThat(third.lease().stands(new Moment(Long.MAX_VALUE), subject, before))
        .as("without a lease")
        .isFalse();
    third.renew();
    Moment moment = third.lease().begin();
    long after = saysHere();
    there.hears(after);
    assertThat(isAcknowledged(before)).as("heard when it joined").isTrue();
    assertThat(isAcknowledged(after)).as("not heard by the third").isFalse();
    third.hears(after);
    assertThat(isAcknowledged(after)).isTrue();
    assertThat(third.lease().stands(moment, subject, before)).isFalse();
    third.close();
  }

  @Test
  void aNodeBetweenItsRowAndItsFirstHearingIsWaitedFor() throws Exception {
    UUID third = UUID.randomUUID();
    there.line().renew(third, Lease.LIFE, -1, -1);
    long index = saysHere();
    there.hears(index);
    assertThat(isAcknowledged(index)).isFalse();
    there.line().report(third, index, -1);
    assertThat(isAcknowledged(index)).isTrue();
    there.line().release(third);
  }

  @Test
  void aNodeThatStopsIsNotWaitedFor() throws Exception {
    long index = saysHere();
    assertThat(isAcknowledged(index)).isFalse();
    there.lease().release(there.line());
    assertThat(begins(there)).isFalse();
    assertThat(isAcknowledged(index)).isTrue();
  }

  @Test
  void aNewPolicyRefusesWhateverWasDecidedByTheOneBefore() throws Exception {
    long before = nodes.declares();
    there.hears(before);
    Moment moment = there.lease().begin();
    long index = nodes.declares();
    there.hears(index);
    assertThat(there.lease().stands(moment, Lease.EVERYBODY, before)).isFalse();
    assertThat(there.lease().stands(moment, Lease.EVERYBODY, index)).isTrue();
    assertThat(begins(there)).isTrue();
  }

  @Test
  void aNewPolicyIsFollowedBeforeItCountsAsHeard() throws Exception {
    List<Long> heardWhenFollowed = new ArrayList<>();
    there.lease().follow(() -> heardWhenFollowed.add(there.lease().heard()));
    long index = nodes.declares();
    there.hears(index);
    assertThat(heardWhenFollowed).hasSize(2).last().isNotEqualTo(index);
  }

  @Test
  void aNewPolicyThatCannotBeFollowedIsNotHeard() throws Exception {
    there.lease().follow(new Follower());
    long index = nodes.declares();
    assertThatThrownBy(() -> there.hears(index)).hasMessage("not now");
    assertThat(there.lease().heard()).isLessThan(index);
    there.renew();
    assertThat(there.lease().heard()).isGreaterThanOrEqualTo(index);
  }

  /// Follows, but not the first time it is asked in earnest.
  private static final class Follower implements Runnable {
    private int asked;

    @Override
    public void run() {
      asked++;
      if (asked == 2) {
        throw new IllegalStateException("not now");
      }
    }
  }

  @Test
  void anErasureIsHeardThoughItLeavesNoRow() throws Exception {
    long said = nodes.says(subject);
    there.hears(said);
    Moment moment = there.lease().begin();
    long index = nodes.erases(subject);
    there.misses(index);
    there.renew();
    assertThat(there.lease().stands(moment, subject, said)).isFalse();
    assertThat(there.lease().stands(moment, subject + 1, 0)).isTrue();
    assertThat(isAcknowledged(index)).isTrue();
  }

  @Test
  void aMomentOlderThanWhatIsRememberedIsRefused() throws Exception {
    Moment moment = there.lease().begin();
    long index = saysHere();
    there.hears(index);
    for (int renewal = 0; renewal <= 3; renewal++) {
      thereClock.pass(Lease.LIFE);
      there.renew();
    }
    assertThat(there.lease().stands(moment, subject, 0)).as("forgotten who spoke").isFalse();
    assertThat(there.lease().stands(moment, subject + 1, 0)).as("nobody knows").isFalse();
    assertThat(begins(there)).isTrue();
  }

  @Test
  void aModelIsWaitedForOnEveryNode() throws Exception {
    long index = saysHere();
    there.lease().learnt(index - 1);
    there.hears(index);
    assertThat(here.lease().awaitLearnt(index, NOW)).isFalse();
    there.lease().learnt(index);
    assertThat(here.lease().awaitLearnt(index, NOW)).isTrue();
  }

  @Test
  void aModelThatHadFollowedBeforeItsNodeWasToldIsNotWaitedFor() throws Exception {
    long index = saysHere();
    there.lease().learnt(index);
    there.hears(index);
    assertThat(here.lease().awaitLearnt(index, NOW)).isTrue();
  }

  @Test
  void whatIsLeftOfAKilledNodeIsSweptAway() throws Exception {
    Ticking clock = new Ticking();
    Stepped killed = nodes.node(clock, clock);
    killed.renew();
    killed.line().close();
    here.renew();
    assertThat(nodes.leases()).isEqualTo(3);
    hereClock.pass(Duration.ofMinutes(1));
    here.renew();
    // the other one looks the same from here: it moves its row again when it wakes up
    assertThat(nodes.leases()).isOne();
    there.renew();
    assertThat(begins(there)).isTrue();
    assertThat(nodes.leases()).isEqualTo(2);
  }

  @Test
  void aNodeWhoseDatabaseIsAnotherOneLosesItsLease() {
    Heard heard = new Heard();
    heard.take(new News(7, Map.of(), false), 0);
    assertThatThrownBy(() -> heard.take(new News(6, Map.of(), true), 0))
        .hasMessageContaining("another database");
  }
}
