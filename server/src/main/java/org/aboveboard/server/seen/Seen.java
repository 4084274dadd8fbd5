package org.aboveboard.server.seen;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.sql.Pools;
import org.jboss.logging.Logger;

/// Counts what this server does, by name: never an identifier, a value or a key.
///
/// Counting happens in memory; what was counted is added to the store once a minute and at the end.
/// Names that senders choose are bounded in number and length, since anybody with a public key can
/// send more; names of the declaration are bounded by the declaration.
public final class Seen implements AutoCloseable {
  /// How many names that senders chose are kept; what comes under more is counted together.
  static final int MOST_FOREIGN = 2_000;

  static final String OTHERS = "(other names)";

  private static final Logger LOG = Logger.getLogger(Seen.class);

  private final SeenStore store;
  private final InstantSource clock;
  private final Map<Named, Sighting> own = new ConcurrentHashMap<>();
  private final Map<Named, Sighting> foreign = new ConcurrentHashMap<>();

  public Seen(Pools pools, InstantSource clock) {
    this.store = new SeenStore(pools);
    this.clock = clock;
    store.begin(clock.instant());
  }

  /// An event was kept for a purpose.
  public void kept(String event, String purpose) {
    note(Kind.FLOW, event + "/" + purpose);
  }

  /// A declared field was kept.
  public void keptField(String field) {
    note(Kind.FIELD, field);
  }

  /// A grant is used to read somebody's data, or everybody's.
  public void read(Grant grant) {
    String what = grant.purpose().id() + "/" + grant.use().name().toLowerCase(Locale.ROOT);
    note(Kind.READ, grant.surface().map(at -> what + "/" + at).orElse(what));
  }

  /// An act came that nobody declared.
  public void droppedAct(String type, String name) {
    noteForeign(Kind.DROPPED_EVENT, type + ": " + ForeignName.of(name).text());
  }

  /// An event came that nobody declared and whose name may be anything: a page's title, a person.
  public void droppedEvent(String type) {
    noteForeign(Kind.DROPPED_EVENT, type);
  }

  /// A field of a declared event came that nobody declared.
  public void droppedField(String event, String path) {
    noteForeign(Kind.DROPPED_FIELD, event + ": " + ForeignName.of(path).text());
  }

  /// A declared field came with a value that it cannot have.
  public void droppedValue(String field) {
    note(Kind.DROPPED_VALUE, field);
  }

  void elsewhere(String address) {
    note(Kind.EGRESS, address);
  }

  private void note(Kind kind, String name) {
    count(own, new Named(kind, name));
  }

  private void noteForeign(Kind kind, String name) {
    Named key = new Named(kind, name);
    boolean hasRoom = foreign.size() < MOST_FOREIGN || foreign.containsKey(key);
    count(foreign, hasRoom ? key : new Named(kind, OTHERS));
  }

  private void count(Map<Named, Sighting> counts, Named key) {
    Instant now = clock.instant();
    Sighting one = new Sighting(key.kind(), key.name(), now, now, 1);
    counts.merge(key, one, Sighting::and);
  }

  /// Adds what was counted to the store; what it refuses is kept for the next time.
  public void flush() {
    List<Sighting> taken = new ArrayList<>(taken(own));
    taken.addAll(taken(foreign));
    try {
      store.add(taken, clock.instant());
    } catch (RuntimeException e) {
      taken.forEach(
          one -> (one.kind().isForeign() ? foreign : own).merge(one.named(), one, Sighting::and));
      throw e;
    }
  }

  private static List<Sighting> taken(Map<Named, Sighting> counts) {
    List<Sighting> taken = new ArrayList<>();
    for (Named key : List.copyOf(counts.keySet())) {
      Sighting one = counts.remove(key);
      if (one != null) {
        taken.add(one);
      }
    }
    return taken;
  }

  /// Everything that was noticed up to now, on all nodes.
  List<Sighting> all() {
    flush();
    return store.all();
  }

  @Override
  public void close() {
    try {
      flush();
    } catch (RuntimeException e) {
      // counts of the last minute are no reason to keep the store from being closed
      LOG.warn("What was noticed last could not be written. " + e.getClass().getName());
    }
  }
}
