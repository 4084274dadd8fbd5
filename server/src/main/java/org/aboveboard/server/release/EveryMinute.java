package org.aboveboard.server.release;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Looks once a minute whether a model may no more be served: a release can run out overnight.
@Singleton
final class EveryMinute {
  private static final Logger LOG = Logger.getLogger(EveryMinute.class);

  private final Releases releases;

  EveryMinute(Releases releases) {
    this.releases = releases;
  }

  @Scheduled(every = "1m", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      releases.look();
    } catch (RuntimeException e) {
      // the next minute tries again
      LOG.error("The releases could not be looked at and will be again. " + Trace.of(e));
    }
  }
}
