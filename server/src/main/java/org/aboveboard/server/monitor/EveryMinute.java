package org.aboveboard.server.monitor;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Looks once a minute whether an epoch can be closed, and a day be measured.
@Singleton
final class EveryMinute {
  private static final Logger LOG = Logger.getLogger(EveryMinute.class);

  private final Monitors monitors;
  private final Loops loops;

  EveryMinute(Monitors monitors, Loops loops) {
    this.monitors = monitors;
    this.loops = loops;
  }

  @Scheduled(every = "1m", delayed = "7s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      monitors.tick();
      loops.tick();
    } catch (RuntimeException e) {
      // the next minute tries again
      LOG.error("The monitors failed and will be tried again. " + Trace.of(e));
    }
  }
}
