package org.aboveboard.server.alarm;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aboveboard.server.sql.Pools;
import org.jboss.logging.Logger;

/// The alarms of this instance. Each watcher brings what it found of the kinds that it looked at;
/// an alarm whose cause it did not find again has ended.
public final class Alarms {
  private static final Logger LOG = Logger.getLogger(Alarms.class);

  private final AlarmStore store;
  private final InstantSource clock;

  public Alarms(Pools pools, InstantSource clock) {
    this.store = new AlarmStore(pools);
    this.clock = clock;
  }

  /// The alarms that are open, the oldest first.
  public List<Alarm> open() {
    return store.open();
  }

  /// Opens an alarm for each cause that has none, and ends those of these kinds that were not
  /// found.
  public void settle(Collection<Cause> found, Set<String> kinds) {
    AlarmStore.Settled settled = store.settle(found, kinds, clock.instant());
    settled.raised().forEach(alarm -> LOG.warn("Alarm: " + alarm.what() + "."));
    settled.ended().forEach(alarm -> LOG.info("Alarm ended: " + alarm.what() + "."));
  }
}
