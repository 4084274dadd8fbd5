package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Files on their way into a folder: written aside, and moved to their names once the disk has
/// them.
///
/// Each file is written under a temporary name, flushed to the disk, renamed, and the folder that
/// now names it is flushed too; so a name never stands for half a file, whatever fails in between.
/// Many files share one [#land], which lets the disk work on all of them at once.
final class Landing {
  private static final int MAX_OPEN = 64;

  private final Path root;
  private final Path aside;
  private final Map<Path, Held> held = new LinkedHashMap<>();
  private final Set<Path> known = new HashSet<>();
  private final Set<Path> unflushed = new LinkedHashSet<>();
  private long count;
  private boolean hasBegun;

  private record Held(Path temporary, FileChannel channel) {}

  /// @param aside where temporary files stand; what an earlier process left there goes with the
  ///   first that is written, so that whoever only reads disturbs nobody who writes
  Landing(Path root, Path aside) {
    this.root = root;
    this.aside = aside;
  }

  private void begin() throws IOException {
    if (hasBegun) {
      return;
    }
    hasBegun = true;
    Files.createDirectories(aside);
    try (var left = Files.newDirectoryStream(aside)) {
      for (var file : left) {
        Files.delete(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  boolean holds(Path target) {
    return held.containsKey(target);
  }

  /// Writes a file aside; it lands with the next [#land] at the latest.
  void write(Path target, byte[] bytes) throws IOException {
    begin();
    boolean isDone = false;
    try {
      folder(target);
      var temporary = aside.resolve(Long.toString(count++));
      var channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      held.put(target, new Held(temporary, channel));
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      isDone = true;
    } finally {
      dropUnless(isDone);
    }
    if (held.size() >= MAX_OPEN) {
      land();
    }
  }

  /// Has the folder of a file that is there already flushed again: the process that renamed it may
  /// not have come so far.
  void seen(Path target) throws IOException {
    folder(target);
  }

  /// Moves all that was written to its place, for good.
  void land() throws IOException {
    boolean isDone = false;
    try {
      for (var file : held.values()) {
        file.channel().force(false);
        file.channel().close();
      }
      for (var file : held.entrySet()) {
        Files.move(file.getValue().temporary(), file.getKey(), StandardCopyOption.ATOMIC_MOVE);
      }
      held.clear();
      flushFolders();
      isDone = true;
    } finally {
      dropUnless(isDone);
    }
  }

  private void flushFolders() throws IOException {
    for (var folders = unflushed.iterator(); folders.hasNext(); ) {
      try (var channel = FileChannel.open(folders.next(), StandardOpenOption.READ)) {
        channel.force(true);
      }
      folders.remove();
    }
  }

  /// Makes the file's folder where it is missing, and has it and all above it flushed.
  private void folder(Path target) throws IOException {
    var folder = target.resolveSibling("").normalize();
    if (known.add(folder)) {
      Files.createDirectories(folder);
      for (var above = folder; !above.equals(root); above = above.resolve("..").normalize()) {
        unflushed.add(above);
      }
      unflushed.add(root);
    }
    unflushed.add(folder);
  }

  /// After a failure nothing is held any more: the tiles that did not land come again.
  private void dropUnless(boolean isDone) throws IOException {
    if (isDone) {
      return;
    }
    known.clear();
    for (var file : held.values()) {
      file.channel().close();
      Files.deleteIfExists(file.temporary());
    }
    held.clear();
  }
}
