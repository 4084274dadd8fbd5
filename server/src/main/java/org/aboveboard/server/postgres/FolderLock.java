package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write one folder, held by one Java process; it dies with the process.
///
/// The operating system drops a process's lock on a file as soon as the process closes *any* handle
/// of that file. So a second attempt in this very process is turned away before it opens the file.
public final class FolderLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel file;

  private FolderLock(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /// The right, or nothing where another process has it.
  public static Optional<FolderLock> tryTake(Path folder) throws IOException {
    try {
      return Optional.of(take(folder.toAbsolutePath().normalize()));
    } catch (StoreRefused _) {
      return Optional.empty();
    }
  }

  static FolderLock take(Path folder) throws IOException {
    if (!HELD_HERE.add(folder)) {
      throw taken(folder, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(folder, lock(folder));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    var file = FileChannel.open(folder.resolve("lock"), CREATE, READ, WRITE);
    try {
      if (file.tryLock() == null) {
        String holder = holder(file);
        file.close();
        throw taken(folder, holder);
      }
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process holds it. The file stays open: see above.
      throw taken(folder, holder(file));
    }
    file.truncate(0).write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
    return file;
  }

  private static String holder(FileChannel file) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    file.read(bytes, 0);
    return US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static StoreRefused taken(Path folder, String holder) {
    return new StoreRefused(
        "Process " + holder + " is already using the folder " + folder + ".",
        "Stop that process, or give this one a folder of its own.");
  }

  @Override
  public void close() {
    try (file) {
      HELD_HERE.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
