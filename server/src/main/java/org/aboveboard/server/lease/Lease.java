package org.aboveboard.server.lease;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.aboveboard.server.lease.LineStore.Heeded;
import org.aboveboard.server.sql.Pools;

/// A node's permission to decide: no use begins after a withdrawal was acknowledged on any node.
///
/// ```
///   Moment moment = lease.begin();              // what has been heard so far
///   Known known = consents.known(name);         // read after that, from the one database
///   Decision decision = policy.decide(…);
///   if (!lease.stands(moment, subject, known.standing().index())) …   // read and decide again
///   if (!lease.stands(moment, EVERYBODY, version.index())) …          // the policy is read so too
/// ```
///
/// **The protocol.** A *saying* is an entry of the journal that changes what may be decided about a
/// subject: a choice, an erasure, a new policy. A node *hears* by one statement that shows the
/// journal's length and all sayings since the last time; it hears when the database tells it that
/// something was said, and at each renewal. A renewal is (1) read the clocks, (2) move the lease's
/// row, durably, (3) hear, (4) from now on the lease holds, counted from (1), for [#USABLE]. What
/// was heard is noted in memory first and in the row afterwards. To acknowledge a saying w, a node
/// notes it for itself and then, after w is committed, looks at the rows until each either says
/// that its node heard w, or is gone, or has not moved for [#LIFE] by this node's clock since it
/// was first seen like that.
///
/// **Claim.** A use that begins after w was acknowledged saw w. It begins when [#stands], having
/// said yes, read the field `term`: call that moment t.
///
/// *At t the lease held and w was not heard, or w was seen.* What is checked after t can only turn
/// from yes to no: a term runs out, more is heard, and forgetting refuses the moments it can no
/// longer judge. So what passed later was true at t, however long the thread was paused in between.
/// If w had been heard before t, it was heard before `begin` (then the reading that followed shows
/// it) or after it (then it is in memory, and `stands` compares it with what was read).
///
/// *Then w was not acknowledged before t.* On the node that acknowledges, w is in memory before it
/// looks. On another, take the look at the rows, after w's commit, that found it out of the way,
/// and say it was before t. (a) The row said heard: memory knew before, contradiction. (b) The row
/// was not there, or had not moved for a life since a renewal r that was seen. The term that held
/// at t is of r or of an earlier renewal, or of a later one. If not later, it ended, by the margin,
/// before the look did. If later, its step (2) was not visible to the look, so it committed after w
/// had, so its step (3) heard w, and step (4) came after that: again w was heard before t. A node
/// that joins, or comes back after its lease ran out or was swept away, is the case "later"; and
/// one that stops gives its term up before its row.
///
/// *What may happen meanwhile.* A paused thread: `stands` comes after the pause and reads the
/// clock. A machine that slept: one of its two clocks went on ([Term]). A lost notification: heard
/// at the next renewal, and until then not acknowledged. A node that is killed, or cut off:
/// acknowledged when its row has not moved for a life; by then it denies by itself. A crash after
/// commit and before anyone is told: nobody was answered, and the next renewal hears. A crash of
/// the database: what was visible of the journal and of renewals was on disk, so neither goes back.
/// How far a node has heard is written without waiting for the disk; a crash can only take it back,
/// which makes others wait until the next renewal says it again. A list of the other nodes that was
/// read before w's commit would not do, since a node may have joined after it was read and have
/// heard before w: so every acknowledgement looks for itself.
///
/// *What is assumed.* Clocks run at rates that differ by less than an eighth of a life. A machine
/// that was stopped from outside finds one of its clocks moved on. The database is one, and what it
/// shows as committed it does not lose: `synchronous_commit` is on, and a standby that takes over
/// has everything. Standings are read from it and not from a copy.
public final class Lease implements AutoCloseable {
  /// Stands for all subjects at once: a new version of the policy is about everybody, and is asked
  /// for beside the subject.
  public static final long EVERYBODY = 0;

  static final Duration LIFE = Duration.ofSeconds(4);

  private static final Duration USABLE = LIFE.minus(LIFE.dividedBy(8));
  private static final Duration RENEW = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final UUID node = UUID.randomUUID();
  private final LeaseStore store;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Heard heard = new Heard();
  private final Others others;
  private final Keeper keeper;
  private final List<LongConsumer> watchers = new CopyOnWriteArrayList<>();
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final Bell bell = new Bell();

  private volatile Term term = Term.NONE;
  private volatile long learnt = -1;
  private volatile long awaited = -1;
  private volatile long reported = -1;

  Lease(LeaseStore store, InstantSource clock, LongSupplier nanos) {
    this.store = store;
    this.clock = clock;
    this.nanos = nanos;
    this.others = new Others(nanos, LIFE);
    this.keeper = new Keeper(this, store);
  }

  /// Takes a lease and keeps it until it is closed.
  ///
  /// @param nanos a clock that nobody can set, such as `System::nanoTime`
  public static Lease open(Pools pools, InstantSource clock, LongSupplier nanos) {
    Lease lease = new Lease(new LeaseStore(pools), clock, nanos);
    lease.keeper.start();
    return lease;
  }

  /// Before anything is read for a use; if the lease has run out, waits a little for its renewal.
  public Moment begin() {
    if (!holds()) {
      awaitRenewal();
    }
    return new Moment(heard.index());
  }

  /// Whether the use begins now; if not, read and decide again, and deny after a few times.
  ///
  /// @param said the index of the last thing the subject had said, as read after [#begin]
  public boolean stands(Moment moment, long subject, long said) {
    return holds() && heard.isSilent(moment, subject, said);
  }

  /// Waits until no node can begin a use without what a subject has said under this index, which is
  /// committed; false if that is not certain in time. Here it holds at once.
  ///
  /// @param subject whose inner number it is, or [#EVERYBODY]
  public boolean awaitHeard(long index, long subject, Duration patience)
      throws InterruptedException {
    heard.note(subject, index, nanos.getAsLong());
    return awaitAll(other -> other.heard() >= index, patience);
  }

  /// Waits until the models of all other nodes have followed the journal to this index, which is
  /// committed; false if they have not in time.
  public boolean awaitLearnt(long index, Duration patience) throws InterruptedException {
    return awaitAll(other -> other.learnt() >= index, patience);
  }

  /// Says that this node's model has followed the journal to this index.
  public void learnt(long index) {
    learnt = index;
    if (reported < awaited && awaited <= index) {
      reported = index;
      store.report(node, heard.index(), index);
    }
  }

  /// The index of the journal up to which this node has heard; -1 before it has joined.
  public long heard() {
    return heard.index();
  }

  /// Tells the watcher each index of the journal that nodes are told of.
  public void watch(LongConsumer watcher) {
    watchers.add(watcher);
  }

  /// Lets the follower catch up with what was said about everybody before this node counts it as
  /// heard; while it cannot, the lease runs out.
  public void follow(Runnable follower) {
    followers.add(follower);
    // what was heard before this line
    follower.run();
  }

  /// Decides no more, and says so to the others, if it can.
  @Override
  public void close() {
    keeper.close();
    term = Term.NONE;
  }

  boolean isDue() {
    Term last = term;
    return !holds() || nanos.getAsLong() - last.nanos() >= RENEW.toNanos();
  }

  void renew(LineStore line) {
    Term next = new Term(nanos.getAsLong(), clock.instant(), USABLE);
    long followed = learnt;
    line.renew(node, LIFE, heard.index(), followed);
    reported = followed;
    // whoever was silent for long forgets who spoke instead of catching up: it reads all anew
    hear(line, holds() ? heard.index() : -1, -1);
    term = next;
    bell.ring();
    heard.forget(nanos.getAsLong(), LIFE.multipliedBy(2));
    List<Node> rows = line.others(node);
    others.alive(rows);
    line.sweep(others.left(rows, SWEEP));
  }

  void release(LineStore line) {
    term = Term.NONE;
    line.release(node);
  }

  /// Listens for what is said, at most so long.
  void listen(LineStore line, Duration atMost) {
    Heeded heeded = line.heed(atMost);
    if (heeded.hasMoved()) {
      bell.ring();
    }
    if (heeded.told() >= 0) {
      awaited = Math.max(awaited, heeded.told());
      hear(line, heard.index(), heeded.told());
      watchers.forEach(watcher -> watcher.accept(heeded.told()));
    }
  }

  private void hear(LineStore line, long after, long told) {
    News news = line.hear(after);
    if (news.mayNameEverybody()) {
      followers.forEach(Runnable::run);
    }
    heard.take(news, nanos.getAsLong());
    // what was heard is in memory by now, so the row may say so
    boolean isAwaited = reported < told && told <= learnt;
    if (!news.isNothing() || isAwaited) {
      reported = learnt;
      line.report(node, heard.index(), learnt);
    }
  }

  boolean holds() {
    return term.holds(nanos.getAsLong(), clock.instant());
  }

  private void awaitRenewal() {
    try {
      bell.await(this::holds, LOOK, PATIENCE);
    } catch (InterruptedException e) {
      // it is denied, and whoever called finds out why
      Thread.currentThread().interrupt();
    }
  }

  /// Looks anew each time: a list from before the entry was committed proves nothing.
  private boolean awaitAll(Predicate<Node> hasFollowed, Duration patience)
      throws InterruptedException {
    return bell.await(
        () ->
            store
                .others(node)
                .filter(rows -> others.alive(rows).stream().allMatch(hasFollowed))
                .isPresent(),
        LOOK,
        patience);
  }
}
