package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes that keep their leases by themselves, while connections and the database break.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class OutageTest {
  private static final long SUBJECT = 1;
  private static final Duration LONG = Duration.ofSeconds(60);

  private Nodes nodes;
  private Pools far;
  private Ticking farClock;
  private Lease here;
  private Lease there;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    nodes = Nodes.in(folder);
    far = nodes.pools("?ApplicationName=far");
  }

  @AfterAll
  void close() {
    far.close();
    nodes.close();
  }

  @BeforeEach
  void join() {
    farClock = new Ticking();
    here = Lease.open(nodes.pools, InstantSource.system(), System::nanoTime);
    there = Lease.open(far, farClock, farClock);
    until(() -> begins(here) && begins(there));
  }

  @AfterEach
  void leave() {
    here.close();
    there.close();
  }

  private boolean begins(Lease lease) {
    try {
      Moment moment = lease.begin();
      return lease.stands(moment, SUBJECT, nodes.said(SUBJECT));
    } catch (JdbiException e) {
      return false;
    }
  }

  private static void until(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private long saysHere() {
    return nodes.says(SUBJECT);
  }

  private static final String CUT =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'far'";

  @Test
  void aNodeThatIsCutOffDeniesAndIsNotWaitedForAndComesBack() throws Exception {
    Moment moment = there.begin();
    long read = nodes.said(SUBJECT);
    nodes.asOwner("alter role aboveboard_write nologin");
    nodes.asOwner(CUT);
    farClock.pass(Lease.LIFE);
    long index = saysHere();
    assertThat(here.awaitHeard(index, SUBJECT, LONG)).isTrue();
    assertThat(there.heard()).isLessThan(index);
    assertThat(there.stands(moment, SUBJECT, read)).isFalse();
    assertThat(begins(there)).isFalse();
    nodes.asOwner("alter role aboveboard_write login");
    until(() -> begins(there));
    assertThat(there.heard()).isGreaterThanOrEqualTo(index);
    assertThat(there.stands(moment, SUBJECT, read)).isFalse();
  }

  @Test
  void aNodeWhoseLineBreaksHearsOnTheNextOne() throws Exception {
    nodes.asOwner(CUT);
    long index = saysHere();
    assertThat(here.awaitHeard(index, SUBJECT, LONG)).isTrue();
    until(() -> there.heard() >= index);
  }

  @Test
  void aCrashOfTheDatabaseBreaksNoPromise() throws Exception {
    Moment moment = there.begin();
    long read = nodes.said(SUBJECT);
    long index = saysHere();
    long backend =
        nodes
            .pools
            .as(Power.OPERATE)
            .withHandle(
                handle -> handle.createQuery("select pg_backend_pid()").mapTo(Long.class).one());
    // the server takes this for damage: it stops everything and recovers from its log
    ProcessHandle.of(backend).orElseThrow().destroyForcibly();
    assertThat(here.awaitHeard(index, SUBJECT, LONG)).isTrue();
    assertThat(there.stands(moment, SUBJECT, read)).isFalse();
    until(() -> begins(here) && begins(there));
    until(this::isWritten);
    assertThat(there.heard()).isGreaterThan(index);
  }

  /// Connections from before the crash are found broken one by one.
  private boolean isWritten() {
    try {
      return here.awaitHeard(saysHere(), SUBJECT, LONG);
    } catch (IllegalStateException | JdbiException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNodeAloneWaitsForNobody() throws Exception {
    there.close();
    long index = saysHere();
    assertThat(here.awaitHeard(index, SUBJECT, Duration.ZERO)).isTrue();
    assertThat(begins(here)).isTrue();
  }
}
