package org.aboveboard.server.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TiledTree;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// The public ledger of this instance: once a second, what happened gets its place in it.
///
/// First the decisions of the second get the entry that holds the root over them, then all entries
/// that the journal has are published. So one batch tells less of who did what when, and nothing is
/// signed for each act.
public final class Ledger implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Ledger.class);

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final TileFolder folder;
  private final SignerKey key;
  private final Witnesses witnesses;
  private final SecondStore seconds;
  private final Sequencer sequencer;
  private final boolean isOurs;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Thread thread;
  private volatile Optional<Published> published;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;

  private Ledger(
      TileFolder folder,
      SignerKey key,
      Witnesses witnesses,
      SecondStore seconds,
      Sequencer sequencer,
      boolean isOurs,
      InstantSource clock)
      throws IOException {
    this.folder = folder;
    this.key = key;
    this.witnesses = witnesses;
    this.seconds = seconds;
    this.sequencer = sequencer;
    this.isOurs = isOurs;
    this.clock = clock;
    this.published = sequencer.shown();
    this.thread = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
  }

  /// An entry's proof, and the checkpoint that it leads to.
  public record Proof(Inclusion inclusion, Note checkpoint) {}

  /// Names the ledger that this folder is to hold, before it is opened for the first time.
  ///
  /// @return false where it has another name already, by which its readers know it
  public static boolean name(Path folder, String origin) throws IOException {
    return LogKey.name(folder, origin);
  }

  /// Whether what this folder shows was signed under this keyring.
  public static boolean isOf(Path folder, Keyring keyring) throws IOException {
    if (!LogKey.isNamed(folder)) {
      return false;
    }
    VerifierKey key = LogKey.in(folder, keyring).verifier();
    return TileFolder.open(folder)
        .checkpoint()
        .filter(note -> note.verify(key) instanceof Verdict.Verified)
        .isPresent();
  }

  /// Puts back into the journal what the folder shows and an old backup lacks, without publishing
  /// anything; answers how many entries.
  public static long mend(Path folder, Keyring keyring, Pools pools) throws IOException {
    if (Files.notExists(folder.resolve("checkpoint"))) {
      return 0;
    }
    TileFolder tiles = TileFolder.open(folder);
    VerifierKey key = LogKey.in(folder, keyring).verifier();
    return Mending.mend(
        new LedgerStore(pools), tiles, tiles.checkpoint().map(note -> Published.of(note, key)));
  }

  /// Opens the ledger in this folder over the journal, which gets back what an old backup lacks.
  ///
  /// @param isOurs whether no other process publishes from this folder
  public static Ledger open(
      Path folder, Keyring keyring, boolean isOurs, Pools pools, InstantSource clock)
      throws IOException {
    LedgerStore store = new LedgerStore(pools);
    LogKey.remember(folder, store.published());
    SignerKey key = LogKey.in(folder, keyring);
    TileFolder tiles = TileFolder.open(folder);
    Witnesses witnesses = new Witnesses(Trust.in(folder, key.verifier()));
    Sequencer sequencer = new Sequencer(store, tiles, key, witnesses);
    long back = isOurs ? Mending.mend(store, tiles, sequencer.shown()) : 0;
    if (back > 0) {
      LOG.warnf("%d published entries were missing in the journal and are back.", back);
    }
    return new Ledger(tiles, key, witnesses, new SecondStore(pools), sequencer, isOurs, clock);
  }

  /// Begins to publish, or to follow what the process shows that does.
  public void start() {
    thread.start();
  }

  /// How many entries are published.
  public long size() {
    return published.map(Published::size).orElse(0L);
  }

  /// The checkpoint that was shown last.
  public Optional<Note> checkpoint() {
    return published.map(Published::note);
  }

  /// The root over all that is published.
  public Optional<Hash> root() {
    return published.map(shown -> shown.checkpoint().root());
  }

  /// The bytes of a tile, where it is published.
  public Optional<byte[]> tile(Tile tile) throws IOException {
    return Tile.at(tile.level(), tile.index(), size())
            .filter(widest -> tile.width() <= widest.width())
            .isPresent()
        ? folder.read(tile)
        : Optional.empty();
  }

  /// Whom its readers may believe about it.
  public TrustPolicy trust() {
    return witnesses.trust();
  }

  public VerifierKey key() {
    return key.verifier();
  }

  /// The hosts of the witnesses it asks.
  public List<String> witnessHosts() {
    return witnesses.hosts();
  }

  /// What each witness said last.
  public Map<String, String> witnesses() {
    return witnesses.said();
  }

  /// Whether it is this process that publishes.
  boolean isPublisher() {
    return isOurs;
  }

  /// Why nothing is published, where that is so.
  public Optional<String> trouble() {
    return trouble;
  }

  /// The proof of an entry, once it is published.
  public Optional<Proof> prove(long index) throws IOException {
    Optional<Published> now = published.filter(shown -> shown.size() > index);
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proof(new TiledTree(folder, now.get().size()).inclusion(index), now.get().note()));
  }

  /// Waits until an entry is published; false if it is not in time.
  public boolean await(long index, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (size() <= index && left > 0 && !closed) {
        left = moved.awaitNanos(left);
      }
      return size() > index;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closed) {
      step();
      rest();
    }
  }

  private void step() {
    try {
      Optional<Published> next = isOurs ? publish() : sequencer.shown();
      trouble = Optional.empty();
      lock.lock();
      try {
        published = next;
        moved.signalAll();
      } finally {
        lock.unlock();
      }
    } catch (IOException | RuntimeException e) {
      if (trouble.isEmpty() && !closed) {
        LOG.error("The ledger is not published; this is tried again each second. " + Trace.of(e));
      }
      trouble =
          Optional.of(e instanceof LedgerFault fault ? fault.words() : "see the server's log");
    }
  }

  private Optional<Published> publish() throws IOException {
    seconds.close(clock.instant());
    return Optional.of(sequencer.step());
  }

  private void rest() {
    lock.lock();
    try {
      long left = EVERY.toNanos();
      while (!closed && left > 0) {
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /// Returns once the thread has ended, so that nothing is written afterwards.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    witnesses.close();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
