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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.PopulationQuestion;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.learn.LearnStore.Look;
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
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Period LONGEST_WINDOW = Period.ofYears(10);

  private final LearnStore store;
  private final Declaration declaration;
  private final InstantSource clock;
  private final Learner learner;
  private final Map<Long, Row> learnt = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Thread thread;

  private volatile Map<String, Popular> popular = Map.of();
  private volatile Progress progress = new Progress(-1, 0, Instant.EPOCH, Duration.ZERO, 0);
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

  public Learn(
      Pools pools,
      Declaration declaration,
      Journal journal,
      Settings settings,
      InstantSource clock) {
    this.store = new LearnStore(pools, declaration, clock);
    this.declaration = declaration;
    this.clock = clock;
    this.learner = new Learner(settings);
    journal.watch(this::wake);
    this.thread = Thread.ofPlatform().name("learn").daemon().start(this::run);
  }

  /// The model as it was last published; empty until the first one is.
  public Snapshot snapshot() {
    return learner.snapshot();
  }

  /// What is popular at a surface, within its declared window.
  public Popular popular(Surface surface) {
    return Optional.ofNullable(popular.get(surface.id())).orElse(new Popular(Map.of()));
  }

  public Progress progress() {
    Progress last = progress;
    return new Progress(
        last.index(), Math.max(0, written - last.index()), last.at(), last.took(), last.subjects());
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

  /// SHA-256 of the integers the model is made of.
  public byte[] gramDigest() {
    return within(Learner::gramDigest);
  }

  /// The leverage x'Px of what a subject adds to the model, before it goes.
  public double leverage(long subject) {
    return within(model -> model.leverage(learnt.getOrDefault(subject, Row.empty())));
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

  private void rest(boolean failed) throws InterruptedException {
    lock.lock();
    try {
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
    Seen seen = store.look(this::see);
    if (seen.index() == progress.index()) {
      return;
    }
    if (!seen.subjects().isEmpty() || !progress.isReady()) {
      // first, since counting is done while a large model is still being built
      popular = seen.popular();
      synchronized (learner) {
        replace(seen.subjects(), seen.rows());
        learner.publish(seen.index());
      }
    }
    Instant ended = clock.instant();
    advance(new Progress(seen.index(), 0, ended, Duration.between(began, ended), learnt.size()));
  }

  /// What a look at the store found: whose rows changed, and what they are now.
  private record Seen(
      long index, Set<Long> subjects, Map<Long, Row> rows, Map<String, Popular> popular) {}

  private Seen see(Look look) {
    long from = progress.index();
    long index = look.last();
    List<Grant> grants = grants(index);
    if (from < 0) {
      Map<Long, Row> rows = rows(look, grants, Optional.empty());
      return new Seen(index, rows.keySet(), rows, popular(look, grants));
    }
    List<Long> touched = index == from ? List.of() : look.touched(from);
    return touched.isEmpty()
        ? new Seen(index, Set.of(), Map.of(), Map.of())
        : new Seen(
            index,
            new HashSet<>(touched),
            rows(look, grants, Optional.of(touched)),
            popular(look, grants));
  }

  private void replace(Set<Long> subjects, Map<Long, Row> now) {
    for (long subject : subjects) {
      Row after = now.getOrDefault(subject, Row.empty());
      learner.replace(learnt.getOrDefault(subject, Row.empty()), after);
      if (after.size() == 0) {
        learnt.remove(subject);
      } else {
        learnt.put(subject, after);
      }
    }
  }

  private void advance(Progress next) {
    lock.lock();
    try {
      progress = next;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// What each subject may add, over all purposes that train.
  private static Map<Long, Row> rows(Look look, List<Grant> grants, Optional<List<Long>> subjects) {
    Map<Long, Row> rows = new HashMap<>();
    for (Grant grant : grants) {
      look.rows(grant, subjects).forEach(one -> rows.merge(one.subject(), one.row(), Learn::both));
    }
    return rows;
  }

  private static Row both(Row one, Row other) {
    Map<Integer, Integer> cells = new HashMap<>();
    for (Row row : List.of(one, other)) {
      for (int k = 0; k < row.size(); k++) {
        cells.merge(row.item(k), row.weight(k), Math::max);
      }
    }
    int[] items = cells.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] weights = new int[items.length];
    for (int k = 0; k < items.length; k++) {
      weights[k] = cells.getOrDefault(items[k], 0);
    }
    return Row.of(items, weights);
  }

  private Map<String, Popular> popular(Look look, List<Grant> grants) {
    return grants.stream()
        .min(Comparator.comparingInt(grant -> grant.purpose().number()))
        .map(grant ->
            declaration.policy().surfaces().stream()
                .collect(
                    toMap(
                        Surface::id, surface -> new Popular(look.popular(grant, since(surface))))))
        .orElse(Map.of());
  }

  private LocalDate since(Surface surface) {
    Period window = surface.window().isZero() ? LONGEST_WINDOW : surface.window();
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minus(window);
  }

  private List<Grant> grants(long index) {
    return declaration.policy().purposes().stream()
        .filter(purpose -> purpose.uses().contains(Use.TRAIN))
        .flatMap(purpose -> grant(purpose, index).stream())
        .toList();
  }

  private Optional<Grant> grant(Purpose purpose, long index) {
    PopulationQuestion question =
        new PopulationQuestion(purpose, Use.TRAIN, index, declaration.isDemonstration());
    return switch (declaration.policy().decide(question, clock.instant())) {
      case Decision.Allow(Grant grant, _) -> Optional.of(grant);
      case Decision.Deny _ -> Optional.empty();
    };
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      // a build under way ends unheard with the process: it only computes
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
