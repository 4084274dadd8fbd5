package org.aboveboard.server.correct;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Looks at the alarms once a minute.
@Singleton
final class EveryMinute {
  private static final Logger LOG = Logger.getLogger(EveryMinute.class);

  private final Corrections corrections;

  EveryMinute(Corrections corrections) {
    this.corrections = corrections;
  }

  @Scheduled(every = "1m", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      corrections.look();
    } catch (RuntimeException e) {
      // the next minute tries again; until then lists are corrected as strongly as before
      LOG.error("Looking at the alarms failed and will be tried again. " + Trace.of(e));
    }
  }
}
