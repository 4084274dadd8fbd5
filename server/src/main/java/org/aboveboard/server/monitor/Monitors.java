package org.aboveboard.server.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aboveboard.policy.Monitor;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.monitor.MonitorStore.Kept;
import org.aboveboard.server.monitor.MonitorStore.Step;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// The declared monitors. Each epoch that is over and closed is read once and fed to its monitor;
/// what follows from it is written together, so that an epoch counts once or not yet.
public final class Monitors {
  /// The kind of its alarms.
  static final String KIND = "monitor";

  /// How many epochs are drawn.
  private static final int DRAWN = 60;

  private static final Logger LOG = Logger.getLogger(Monitors.class);

  private final MonitorStore store;
  private final Readings readings;
  private final Declaration declaration;
  private final Alarms alarms;
  private final InstantSource clock;
  private volatile Map<String, Known> known = Map.of();

  /// What is known of a monitor, as it is declared and as it was when its last epoch was closed.
  record Known(Watched watched, Kept kept, Course.State state, Standing standing) {}

  public Monitors(
      Pools pools,
      Declaration declaration,
      Catalogue catalogue,
      Seen seen,
      Alarms alarms,
      Sorting sorting,
      InstantSource clock) {
    this.store = new MonitorStore(pools);
    this.readings = new Readings(new ShownStore(pools, seen, clock), catalogue, sorting, clock);
    this.declaration = declaration;
    this.alarms = alarms;
    this.clock = clock;
    this.known = known(declaration.now());
  }

  /// What a monitor says now; nothing of one that is not declared or has not begun.
  public Standing state(String monitor) {
    return Optional.ofNullable(known.get(monitor)).map(Known::standing).orElse(Standing.NONE);
  }

  /// What each declared monitor says to people.
  List<Said> said() {
    Map<String, Known> now = known;
    return watched(declaration.now()).stream()
        .map(watched ->
            new Said(
                watched,
                Optional.ofNullable(now.get(watched.monitor().id()))
                    .filter(one -> one.watched().equals(watched)),
                store.found(watched.name(), DRAWN)))
        .toList();
  }

  /// The alarms of a monitor, the latest first.
  List<MonitorStore.Raised> alarms(String monitor, int most) {
    return store.alarms(monitor, most);
  }

  /// Closes what can be closed, and raises and ends alarms by it.
  public synchronized void tick() {
    InForce inForce = declaration.now();
    if (readings.within(inForce, _ -> true).isEmpty()) {
      // a version has come that this node follows in a moment
      return;
    }
    for (Watched watched : watched(inForce)) {
      try {
        follow(inForce, watched);
      } catch (RuntimeException e) {
        // the others go on; the next minute tries again, and nothing of this epoch was written
        LOG.error("The monitor " + watched.monitor().id() + " failed. " + Trace.of(e));
      }
    }
    leave(inForce);
    known = known(inForce);
    settle();
  }

  private static List<Watched> watched(InForce inForce) {
    return inForce.policy().monitors().stream()
        .flatMap(monitor -> Watched.of(inForce.policy(), monitor).stream())
        .toList();
  }

  private void follow(InForce inForce, Watched watched) {
    LocalDate today = today();
    Epochs epochs = watched.epochs();
    Optional<Kept> kept = kept(watched);
    if (kept.isEmpty()) {
      LOG.info("The monitor " + watched.monitor().id() + " begins.");
      store.begin(
          watched.name(),
          epochs.of(today) - 1,
          Memory.write(Course.begin(watched.plan())),
          clock.instant());
    }
    while (kept.isPresent() && !epochs.closes(kept.get().closed() + 1).isAfter(today)) {
      kept = close(inForce, watched, kept.get()) ? kept(watched) : Optional.empty();
    }
  }

  private Optional<Kept> kept(Watched watched) {
    return store.find(watched.monitor().id()).filter(one -> one.name().equals(watched.name()));
  }

  /// Closes the next epoch; false where somebody else did, or another policy came meanwhile.
  private boolean close(InForce inForce, Watched watched, Kept kept) {
    long epoch = kept.closed() + 1;
    Instant now = clock.instant();
    Course course = Course.of(watched.plan(), Memory.read(kept.state(), Course.State.class));
    return readings
        .read(inForce, watched, epoch)
        .map(reading -> course.close(epoch, reading, now))
        .map(closed ->
            store.close(
                new Step(
                    kept.name(),
                    epoch,
                    watched.epochs().begins(epoch),
                    Memory.write(course.state()),
                    closed),
                now))
        .orElse(false);
  }

  private void leave(InForce inForce) {
    Set<String> declared = new HashSet<>();
    inForce.policy().monitors().stream().map(Monitor::id).forEach(declared::add);
    store.all().stream()
        .filter(kept -> !kept.name().monitor().startsWith(Loops.KIND + ":"))
        .filter(kept -> !declared.contains(kept.name().monitor()))
        .forEach(kept -> store.leave(kept, clock.instant()));
  }

  private Map<String, Known> known(InForce inForce) {
    Map<String, Known> all = new TreeMap<>();
    for (Watched watched : watched(inForce)) {
      kept(watched)
          .ifPresent(kept -> {
            Course.State state = Memory.read(kept.state(), Course.State.class);
            all.put(watched.monitor().id(), new Known(watched, kept, state, Standing.of(state)));
          });
    }
    return Map.copyOf(all);
  }

  private void settle() {
    List<Cause> causes = new ArrayList<>();
    known.values().forEach(one -> causes.addAll(Finding.causes(one.watched(), one.state())));
    alarms.settle(causes, Set.of(KIND));
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
