package org.aboveboard.server.learn;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Settling;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Writes what a model changed by into its matrix while learning goes on, so that nobody who is
/// erased waits for it.
final class Settle implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Settle.class);

  private final Learner learner;
  private final ThreadPoolExecutor one =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          // one runs, one waits; a third would find nothing that the second does not
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().name("settle").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /// Shares the learner with whoever synchronizes on it.
  Settle(Learner learner) {
    this.learner = learner;
  }

  /// Begins, if there is enough to write.
  void begin() {
    one.execute(this::run);
  }

  private void run() {
    try {
      due().ifPresent(this::settle);
    } catch (RuntimeException e) {
      // the terms lie beside the matrix as before: answers are the same, only slower
      LOG.error("The model could not be settled. " + Trace.of(e));
    }
  }

  private Optional<Settling> due() {
    synchronized (learner) {
      return learner.settling();
    }
  }

  private void settle(Settling settling) {
    settling.write();
    synchronized (learner) {
      learner.settle(settling);
    }
  }

  /// Work under way ends unheard with the process: it only computes.
  @Override
  public void close() {
    one.shutdownNow();
  }
}
