package org.aboveboard.server.learn;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.aboveboard.models.Crowd;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.learn.LearnStore.Look;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Keeps the model equal to the rows that may train it.
///
/// One thread follows the journal: it reads again the rows of whoever was touched, as they are
/// allowed now, and replaces in the model what it had for them. So what comes in, what is taken
/// back and what runs out all take the same way. Readers hold immutable snapshots.
public final class Learn implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Learn.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Period LONGEST_WINDOW = Period.ofYears(10);

  private final LearnStore store;
  private final MayTrain may;
  private final Declaration declaration;
  private final InstantSource clock;
  private final Learner learner;
  private final Settle settle;
  private final Map<Long, Learnable> learnt = new HashMap<>();
  private final AtomicLong acts = new AtomicLong();
  private final List<LongConsumer> watchers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Thread thread;

  private volatile Map<String, Popular> popular = Map.of();
  private volatile Progress progress = new Progress(-1, 0, Instant.EPOCH, Duration.ZERO, 0);
  private long version;
  private long written;
  private int holds;
  private volatile boolean closed;

  /// How far learning has come.
  ///
  /// @param index the journal index the published model is equal to; -1 before the first
  /// @param pending journal entries not looked at yet
  /// @param at when it was published
  /// @param took how long the last publication took
  /// @param subjects how many people's rows are in the model
  public record Progress(long index, long pending, Instant at, Duration took, int subjects) {
    public boolean isReady() {
      return index >= 0;
    }
  }

  /// What the model is made of at one moment.
  ///
  /// @param index the journal index it is equal to
  /// @param digest SHA-256 of its integers
  /// @param subjects whose rows are in it
  public record Composition(long index, Bytes digest, int items, Set<Long> subjects) {
    public Composition {
      subjects = Set.copyOf(subjects);
    }

    public byte[] integers() {
      return digest.array();
    }
  }

  public Learn(
      Pools pools,
      Declaration declaration,
      Journal journal,
      Settings settings,
      org.aboveboard.server.seen.Seen counts,
      InstantSource clock) {
    this.store = new LearnStore(pools, counts, clock);
    this.may = new MayTrain(clock);
    this.declaration = declaration;
    this.clock = clock;
    this.learner = new Learner(settings);
    this.settle = new Settle(learner);
    journal.watch(this::wake);
    declaration.watch(() -> wake(declaration.now().index()));
    this.thread = Thread.ofPlatform().name("learn").daemon().start(this::run);
  }

  /// The model as it was last published; empty until the first one is.
  public Snapshot snapshot() {
    return learner.snapshot();
  }

  /// What is popular at a surface, within its declared window.
  public Popular popular(Surface surface) {
    return Optional.ofNullable(popular.get(surface.id())).orElse(Popular.NOTHING);
  }

  public Progress progress() {
    Progress last = progress;
    return new Progress(
        last.index(), Math.max(0, written - last.index()), last.at(), last.took(), last.subjects());
  }

  /// Whether anybody's row changed after this index of the journal.
  public boolean hasChangedSince(long index) {
    return store.look(look -> !look.touched(index).isEmpty());
  }

  /// Waits until the model has followed the journal to this index; false if it has not in time.
  public boolean await(long index, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (progress.index() < index && left > 0 && !closed) {
        left = moved.awaitNanos(left);
      }
      return progress.index() >= index;
    } finally {
      lock.unlock();
    }
  }

  /// Tells the watcher each index of the journal that the model has followed it to.
  public void watch(LongConsumer watcher) {
    watchers.add(watcher);
  }

  /// SHA-256 of the integers the model is made of.
  public byte[] gramDigest() {
    return within(Learner::gramDigest);
  }

  /// What the published model is made of.
  public Composition composition() {
    return within(model ->
        new Composition(
            model.snapshot().version(),
            Bytes.of(model.gramDigest()),
            model.snapshot().items(),
            learnt.keySet()));
  }

  /// How many acts are in the model, each item of a person once.
  public long acts() {
    return acts.get();
  }

  /// Whether anything of a subject is in the model.
  public boolean hasLearnt(long subject) {
    return within(_ -> learnt(subject).row().size() > 0);
  }

  /// How much the model leans on one account.
  ///
  /// @param share how much of how the model fits what the account did comes of the account itself
  /// @param items with how many items it did something
  public record Leaning(double share, int items) {}

  /// On whom of those who acted on only a few items the model leans most; names nobody.
  public Optional<Leaning> leaning(int most) {
    return within(_ -> List.copyOf(learnt.values())).stream()
        .map(Learnable::row)
        .filter(row -> row.size() <= most)
        .map(row -> new Leaning(learner.leverage(row), row.size()))
        .max(Comparator.comparingDouble(Leaning::share));
  }

  /// An account's part in the score of an item, and with how many items it did something.
  public record Part(int items, Crowd.Hold hold) {}

  /// An item that scores high for people as a whole, with the part of each account that acted on
  /// it; names nobody.
  public record Held(int item, List<Part> accounts) {
    public Held {
      accounts = List.copyOf(accounts);
    }
  }

  /// How many accounts the model learnt from, and how many of them did few things.
  public record Accounts(long all, long few) {}

  public Accounts accounts(int few) {
    List<Row> rows = rows();
    return new Accounts(rows.size(), rows.stream().filter(row -> row.size() <= few).count());
  }

  /// The items that score best for what people do on average.
  public List<Held> held(int most) {
    List<Row> rows = rows();
    Crowd crowd = Crowd.of(learner.snapshot(), rows);
    double[] leverages = rows.stream().mapToDouble(crowd::leverage).toArray();
    return crowd.best(most).stream()
        .map(item ->
            new Held(
                item,
                IntStream.range(0, leverages.length)
                    .filter(k -> rows.get(k).has(item))
                    .mapToObj(k ->
                        new Part(rows.get(k).size(), crowd.hold(rows.get(k), leverages[k], item)))
                    .toList()))
        .toList();
  }

  private List<Row> rows() {
    return within(_ -> List.copyOf(learnt.values())).stream().map(Learnable::row).toList();
  }

  private <T> T within(Function<Learner, T> question) {
    synchronized (learner) {
      return question.apply(learner);
    }
  }

  /// Says that the journal reaches this index, written by another power than the journal's own.
  public void wake(long index) {
    lock.lock();
    try {
      written = Math.max(written, index);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Learns nothing until [#release]: while much comes in at once, one build at its end is cheaper.
  public void hold() {
    hold(1);
  }

  public void release() {
    hold(-1);
  }

  private void hold(int more) {
    lock.lock();
    try {
      holds += more;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean failed = false;
    while (!closed) {
      try {
        rest(failed);
        failed = false;
        follow();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        // the next round reads the same again: nothing is lost, and health shows the lag
        LOG.error("Learning failed and will be tried again. " + Trace.of(e));
        failed = true;
      }
    }
  }

  private boolean isUpToDate() {
    return progress.isReady() && written <= progress.index();
  }

  /// Waits for something to follow, and at least a breath: much that happens changes no row that
  /// trains, and what does is better taken together.
  private void rest(boolean failed) throws InterruptedException {
    lock.lock();
    try {
      long breath = progress.isReady() ? BREATH.toNanos() : 0;
      while (breath > 0 && !closed) {
        breath = moved.awaitNanos(breath);
      }
      long left = POLL.toNanos();
      while (!closed && (holds > 0 || (left > 0 && (failed || isUpToDate())))) {
        left = moved.awaitNanos(left > 0 ? left : POLL.toNanos());
      }
    } finally {
      lock.unlock();
    }
  }

  private void follow() {
    Instant began = clock.instant();
    Seen seen = see();
    if (seen.index() == progress.index() && seen.inForce().index() == version) {
      return;
    }
    if (!seen.subjects().isEmpty() || !progress.isReady() || seen.inForce().index() != version) {
      synchronized (learner) {
        replace(seen.subjects(), seen.rows());
        // first, since counting is done while a large model is still being built
        popular = popular(seen.inForce());
        learner.publish(seen.index());
      }
      settle.begin();
    }
    version = seen.inForce().index();
    Instant ended = clock.instant();
    advance(new Progress(seen.index(), 0, ended, Duration.between(began, ended), learnt.size()));
  }

  /// What a look at the store found: whose rows changed, and what they are now.
  private record Seen(InForce inForce, long index, Set<Long> subjects, Map<Long, Learnable> rows) {}

  /// Looks at the store by the version of the policy that the look itself shows to be in force.
  private Seen see() {
    Optional<Seen> seen = Optional.empty();
    while (seen.isEmpty()) {
      declaration.follow();
      InForce inForce = declaration.now();
      seen =
          store.look(look ->
              look.version() == inForce.index()
                  ? Optional.of(see(look, inForce))
                  : Optional.empty());
    }
    return seen.get();
  }

  private Seen see(Look look, InForce inForce) {
    long from = progress.index();
    long index = look.last();
    if (from < 0 || inForce.index() != version) {
      Map<Long, Learnable> rows = may.rows(inForce, look, index, Optional.empty());
      Set<Long> all = new HashSet<>(rows.keySet());
      all.addAll(learnt.keySet());
      return new Seen(inForce, index, all, rows);
    }
    List<Long> touched = index == from ? List.of() : look.touched(from);
    return touched.isEmpty()
        ? new Seen(inForce, index, Set.of(), Map.of())
        : new Seen(
            inForce,
            index,
            new HashSet<>(touched),
            may.rows(inForce, look, index, Optional.of(touched)));
  }

  private void replace(Set<Long> subjects, Map<Long, Learnable> now) {
    for (long subject : subjects) {
      Learnable before = learnt(subject);
      Learnable after =
          Optional.ofNullable(now.get(subject)).orElseGet(() -> Learnable.nothing(subject));
      if (!before.row().equals(after.row())) {
        learner.replace(before.row(), after.row());
        acts.addAndGet(after.row().size() - before.row().size());
      }
      if (after.row().size() == 0) {
        learnt.remove(subject);
      } else {
        learnt.put(subject, after);
      }
    }
  }

  private Learnable learnt(long subject) {
    return Optional.ofNullable(learnt.get(subject)).orElseGet(() -> Learnable.nothing(subject));
  }

  private void advance(Progress next) {
    lock.lock();
    try {
      progress = next;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    watchers.forEach(watcher -> watcher.accept(next.index()));
  }

  private Map<String, Popular> popular(InForce inForce) {
    Map<LocalDate, Popular> counted = new HashMap<>();
    return inForce.policy().surfaces().stream()
        .collect(
            toMap(
                Surface::id,
                surface ->
                    counted.computeIfAbsent(
                        since(surface), day -> Popular.of(learnt.values(), day))));
  }

  private LocalDate since(Surface surface) {
    Period window = surface.window().isZero() ? LONGEST_WINDOW : surface.window();
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minus(window);
  }

  @Override
  public void close() {
    closed = true;
    settle.close();
    thread.interrupt();
    try {
      // a build under way ends unheard with the process: it only computes
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
