package org.aboveboard.server.ledger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Raises an alarm while the ledger is not published, looking once a minute.
@Singleton
public final class Standstill {
  private static final Logger LOG = Logger.getLogger(Standstill.class);
  private static final String KIND = "ledger";

  private final Ledger ledger;
  private final Alarms alarms;

  public Standstill(Ledger ledger, Alarms alarms) {
    this.ledger = ledger;
    this.alarms = alarms;
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("The ledger could not be looked at; this is tried again. " + Trace.of(e));
    }
  }

  /// Where another process publishes, that one tells.
  public void look() {
    if (ledger.isPublisher()) {
      List<Cause> found =
          ledger.trouble().stream()
              .map(why -> new Cause(KIND + ":still", "Nothing is published in the ledger: " + why))
              .toList();
      alarms.settle(found, Set.of(KIND));
    }
  }
}
