package org.aboveboard.server.seen;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Looks once a minute, first when the server has started.
@Singleton
final class EveryMinute {
  private static final Logger LOG = Logger.getLogger(EveryMinute.class);

  private final Lookout lookout;

  EveryMinute(Lookout lookout) {
    this.lookout = lookout;
  }

  @Scheduled(every = "1m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      lookout.run();
    } catch (RuntimeException e) {
      // the next minute tries again, and what was counted is kept until then
      LOG.error("Looking failed and will be tried again. " + Trace.of(e));
    }
  }
}
