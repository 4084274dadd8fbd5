package org.aboveboard.server.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Writes a run down once a day, first when the server has learnt what there is.
@Singleton
final class Daily {
  private static final Logger LOG = Logger.getLogger(Daily.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final Runs runs;

  Daily(Runs runs) {
    this.runs = runs;
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      if (runs.isDue(DAY)) {
        runs.write();
      }
    } catch (RuntimeException e) {
      // the next minute tries again
      LOG.error("The run of today could not be written down. " + Trace.of(e));
    }
  }
}
