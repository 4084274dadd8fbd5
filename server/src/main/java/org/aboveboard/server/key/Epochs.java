package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The epochs there are: a folder `epochs` with a file for each, which every node of the instance
/// sees.
///
/// What is held in memory is at most a second older than the folder when it is used, so a node
/// learns of a new epoch and forgets a destroyed one that another node made or destroyed.
public final class Epochs {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,8})\\.key");

  private final Path folder;
  private final RootKey root;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final Guard guard;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Seen seen;

  /// What stood in the folder at a moment.
  private record Seen(NavigableMap<Integer, Epoch> epochs, long at) {}

  private Epochs(
      Path folder,
      RootKey root,
      InstantSource clock,
      LongSupplier nanos,
      SecureRandom random,
      Guard guard) {
    this.folder = folder;
    this.root = root;
    this.clock = clock;
    this.nanos = nanos;
    this.random = random;
    this.guard = guard;
    this.seen = new Seen(Collections.emptyNavigableMap(), nanos.getAsLong());
  }

  static Epochs in(
      Path keys,
      RootKey root,
      InstantSource clock,
      LongSupplier nanos,
      SecureRandom random,
      Guard guard)
      throws IOException {
    Path folder = keys.resolve("epochs");
    Durable.folder(folder);
    Epochs epochs = new Epochs(folder, root, clock, nanos, random, guard);
    epochs.refresh();
    return epochs;
  }

  /// The newest epoch, as the folder has it now; under it, keys are wrapped.
  public Epoch newest() {
    NavigableMap<Integer, Epoch> now = refresh().epochs();
    if (now.isEmpty()) {
      throw new KeyFault("There is no epoch in keys/epochs. Put that folder back from its copy.");
    }
    return now.lastEntry().getValue();
  }

  /// The epoch with this number.
  Epoch of(int number) {
    Seen last = seen;
    if (nanos.getAsLong() - last.at() > SECOND && reading.tryLock()) {
      try {
        last = read();
      } finally {
        reading.unlock();
      }
    }
    return find(last, number)
        .or(() -> find(refresh(), number))
        .orElseThrow(() -> new KeyGone(number));
  }

  private static Optional<Epoch> find(Seen seen, int number) {
    return Optional.ofNullable(seen.epochs().get(number));
  }

  /// The epoch of this number, unless it has ended.
  public Optional<Epoch> find(int number) {
    return Optional.ofNullable(refresh().epochs().get(number));
  }

  /// The numbers of the epochs there are now.
  public SortedSet<Integer> numbers() {
    return new TreeSet<>(refresh().epochs().keySet());
  }

  /// Makes the first epoch where there is none; answers the newest.
  ///
  /// @param older subjects up to this number are still wrapped under the root itself
  public Epoch first(long older) {
    return guarded(() -> {
      Seen now = refresh();
      return now.epochs().isEmpty() ? make(1, older) : now.epochs().lastEntry().getValue();
    });
  }

  /// Makes the next epoch; from now on it is the newest.
  Epoch next() {
    return guarded(() -> {
      Epoch last = newest();
      return make(last.number() + 1, last.older());
    });
  }

  /// Notes that subjects up to this number, whom a backup of before there were epochs brought, are
  /// wrapped under the root itself; with no epoch yet, the first will say so.
  public void bring(long older) {
    guarded(() -> {
      NavigableMap<Integer, Epoch> now = refresh().epochs();
      if (!now.isEmpty() && now.lastEntry().getValue().older() < older) {
        make(now.lastKey() + 1, older);
      }
      return now;
    });
  }

  private Epoch make(int number, long older) throws IOException {
    byte[] secret = new byte[Hkdf.BYTES];
    random.nextBytes(secret);
    EpochFile.of(folder, number).write(root, number, clock.instant(), older, secret);
    return newest();
  }

  /// How epochs are destroyed.
  Destruction destruction() {
    return new Destruction(folder, clock, random, this::watch);
  }

  /// Work in the folder that no other node does at the same time.
  <T> T guarded(Guard.Work<T> work) {
    try {
      return guard.hold(work);
    } catch (IOException e) {
      throw new KeyFault("The folder keys/epochs could not be written: " + e.getMessage(), e);
    }
  }

  /// Reads the folder now.
  private Seen refresh() {
    reading.lock();
    try {
      return read();
    } finally {
      reading.unlock();
    }
  }

  /// Learns of new epochs and forgets destroyed ones, where nobody asks for any.
  public void watch() {
    refresh();
  }

  private Seen read() {
    NavigableMap<Integer, Epoch> known = seen.epochs();
    NavigableMap<Integer, Epoch> now = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          int number = Integer.parseInt(name.group(1));
          Epoch epoch = known.get(number);
          now.put(number, epoch == null ? new EpochFile(file).read(root, number) : epoch);
        }
      }
    } catch (NoSuchFileException e) {
      // one was destroyed between the list and the look: what is left stands in the next list
      if (Files.isDirectory(folder)) {
        return read();
      }
      throw new KeyFault("The folder keys/epochs is missing. Put it back from its copy.", e);
    } catch (IOException e) {
      throw new KeyFault("The folder keys/epochs could not be read: " + e.getMessage(), e);
    }
    seen = new Seen(Collections.unmodifiableNavigableMap(now), nanos.getAsLong());
    return seen;
  }
}
