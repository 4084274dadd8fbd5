package org.aboveboard.server.lease;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// The one thread that listens and renews a node's lease. While it cannot, the lease runs out.
final class Keeper implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Keeper.class);
  private static final Duration LISTEN = Duration.ofMillis(50);
  private static final long AGAIN_MILLIS = 200;

  private final Lease lease;
  private final LeaseStore store;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  Keeper(Lease lease, LeaseStore store) {
    this.lease = lease;
    this.store = store;
    this.thread = Thread.ofPlatform().name("lease").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  private void run() {
    boolean isSilent = false;
    while (isOpen()) {
      try (LineStore line = store.line()) {
        // at once: something may have been said while nobody listened
        lease.renew(line);
        isSilent = false;
        keep(line);
        lease.release(line);
      } catch (RuntimeException e) {
        if (!isSilent) {
          LOG.error("The lease is not kept; this is tried again and again. " + Trace.of(e));
        }
        isSilent = true;
        rest();
      }
    }
  }

  private void keep(LineStore line) {
    while (isOpen()) {
      lease.listen(line, LISTEN);
      if (lease.isDue()) {
        lease.renew(line);
      }
    }
  }

  private void rest() {
    try {
      closed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns once the thread has ended, so that nothing is renewed afterwards.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
