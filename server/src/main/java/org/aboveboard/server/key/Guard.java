package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// One writer at a time in a folder, among the threads of this process and all processes that see
/// the folder. Readers do not ask.
///
/// The operating system drops a process's lock on a file as soon as the process closes any handle
/// of it, so threads queue before they open it.
final class Guard {
  private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock here;

  private Guard(Path file, ReentrantLock here) {
    this.file = file;
    this.here = here;
  }

  static Guard of(Path folder) throws IOException {
    Durable.folder(folder);
    Path file = folder.toRealPath().resolve("lock");
    Durable.touch(file);
    return new Guard(file, HERE.computeIfAbsent(file, _ -> new ReentrantLock()));
  }

  /// Work on files.
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T hold(Work<T> work) throws IOException {
    here.lock();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock of " + file + " was lost");
      }
      return work.run();
    } finally {
      here.unlock();
    }
  }
}
