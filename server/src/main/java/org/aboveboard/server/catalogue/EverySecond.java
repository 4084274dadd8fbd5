package org.aboveboard.server.catalogue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Follows once a second what other nodes put into the catalogue.
@Singleton
final class EverySecond {
  private static final Logger LOG = Logger.getLogger(EverySecond.class);

  private final Catalogue catalogue;

  EverySecond(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      catalogue.refresh();
    } catch (RuntimeException e) {
      // the next second tries again
      LOG.error("The catalogue could not be read again. " + Trace.of(e));
    }
  }
}
