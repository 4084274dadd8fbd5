package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.witness.Memory;
import org.aboveboard.ledger.witness.Seen;

/// A witness's memory in a folder: one file per log, named by the hash of its origin.
///
/// One process at a time holds the folder. After a write that failed, nobody knows what a crash
/// would leave, so that log is answered no more until the witness is started again.
final class FileMemory implements Memory, AutoCloseable {
  private final Path folder;
  private final FileChannel hold;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  private FileMemory(Path folder, FileChannel hold) {
    this.folder = folder;
    this.hold = hold;
  }

  static FileMemory open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var hold =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (hold.tryLock() == null) {
        throw inUse(folder);
      }
    } catch (OverlappingFileLockException _) {
      throw inUse(folder);
    }
    forceAll(folder);
    return new FileMemory(folder, hold);
  }

  @Override
  public Seen latest(String origin) throws IOException {
    return alone(origin, () -> read(folder.resolve(name(origin))));
  }

  @Override
  public boolean replace(String origin, Seen before, Seen.Latest next) throws IOException {
    return alone(origin, () -> write(origin, before, next));
  }

  @Override
  public void close() throws IOException {
    hold.close();
  }

  private boolean write(String origin, Seen before, Seen.Latest next) throws IOException {
    if (!read(folder.resolve(name(origin))).equals(before)) {
      return false;
    }
    broken.add(origin);
    Durable.replace(folder, name(origin), next.note().bytes());
    broken.remove(origin);
    return true;
  }

  private static String name(String origin) {
    return Hash.sha256(origin.getBytes(UTF_8)).hex();
  }

  private static Seen read(Path file) throws IOException {
    try {
      return switch (Note.read(Files.readAllBytes(file))) {
        case Note.Read(var note) -> seen(file, note);
        case Note.Unreadable(var reason) -> throw damaged(file, reason);
      };
    } catch (NoSuchFileException _) {
      return new Seen.Nothing();
    }
  }

  private static Seen seen(Path file, Note note) throws IOException {
    return switch (Checkpoint.parse(note.text())) {
      case Checkpoint.Read(var checkpoint) -> new Seen.Latest(checkpoint, note);
      case Checkpoint.Unreadable(var reason) -> throw damaged(file, reason);
    };
  }

  private <T> T alone(String origin, Work<T> work) throws IOException {
    var lock = locks.computeIfAbsent(origin, _ -> new ReentrantLock());
    lock.lock();
    try {
      if (broken.contains(origin)) {
        throw new IOException("a write of this log failed; start the witness again");
      }
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  private static void forceAll(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Durable.force(file);
      }
    }
    Durable.force(folder);
  }

  private static IOException inUse(Path folder) {
    return new IOException("another witness holds " + folder + "; stop it first");
  }

  private static IOException damaged(Path file, String reason) {
    return new IOException(file + " is damaged (" + reason + "); restore it before starting");
  }

  /// What is done while no other request of the log is.
  private interface Work<T> {
    T run() throws IOException;
  }
}
