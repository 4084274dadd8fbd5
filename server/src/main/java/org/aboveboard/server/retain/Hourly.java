package org.aboveboard.server.retain;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Runs retention once an hour, first when the server has started.
@Singleton
final class Hourly {
  private static final Logger LOG = Logger.getLogger(Hourly.class);

  private final Retain retain;

  Hourly(Retain retain) {
    this.retain = retain;
  }

  @Scheduled(every = "1h", delayed = "3s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      retain.run();
    } catch (RuntimeException e) {
      // the next hour tries again, and the staff's page says that it is late
      LOG.error("Retention failed and will be tried again. " + Trace.of(e));
    }
  }
}
