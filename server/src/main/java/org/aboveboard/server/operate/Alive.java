package org.aboveboard.server.operate;

import jakarta.inject.Singleton;
import org.aboveboard.server.journal.Journal;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Whether the process is worth keeping: without its journal's writer it is not.
@Liveness
@Singleton
final class Alive implements HealthCheck {
  private final Journal journal;

  Alive(Journal journal) {
    this.journal = journal;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("journal").status(journal.isAlive()).build();
  }
}
