package org.aboveboard.server.rights;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/// Tries erasures again that stopped at a step, every ten minutes.
@Singleton
final class Retry {
  private final Erase erase;

  Retry(Erase erase) {
    this.erase = erase;
  }

  @Scheduled(every = "10m", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    erase.retry();
  }
}
