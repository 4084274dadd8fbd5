package org.aboveboard.server.operate;

import jakarta.inject.Singleton;
import org.aboveboard.server.journal.Journal;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Whether requests can be served: the store answers and the journal is being written.
@Readiness
@Singleton
final class Ready implements HealthCheck {
  private final OperateStore store;
  private final Journal journal;

  Ready(OperateStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("store and journal")
        .status(journal.isAlive() && answers())
        .build();
  }

  private boolean answers() {
    try {
      return store.answers();
    } catch (RuntimeException _) {
      // whatever is wrong with it, it does not answer
      return false;
    }
  }
}
