package org.aboveboard.server.key;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Rolls once the newest epoch is old enough, and finishes a roll that was cut short; looks once an
/// hour, first when the server has started.
@Singleton
public final class Ageing {
  private static final Logger LOG = Logger.getLogger(Ageing.class);

  private final EpochRoll roll;
  private final Epochs epochs;
  private final Duration age;

  Ageing(EpochRoll roll, Epochs epochs) {
    this.roll = roll;
    this.epochs = epochs;
    this.age = Age.declared();
  }

  /// By when an epoch ends, and with it every copy of what was sealed under it; nothing where it
  /// has ended.
  public Optional<Instant> end(int epoch) {
    return epochs.find(epoch).map(found -> found.made().plus(age));
  }

  @Scheduled(every = "1h", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      if (roll.isDue(age)) {
        LOG.infof("The epoch has ended: %s", roll.roll());
      }
    } catch (RuntimeException e) {
      // the next hour finishes what this one began
      LOG.error("A roll failed and will be finished later. " + Trace.of(e));
    }
  }

  /// A node that nobody asks anything forgets a destroyed epoch all the same.
  @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void watch() {
    try {
      epochs.watch();
    } catch (RuntimeException e) {
      LOG.error("The key folder could not be looked at. " + Trace.of(e));
    }
  }
}
